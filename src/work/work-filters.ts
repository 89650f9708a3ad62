import type { Role } from '#platform/permission/permission-table.ts';
import { workKinds } from './domain/work-kind.ts';
import type { WorkFilters } from './work-queries.server.ts';

/** The roles whose work can be looked at. */
export const workRoles = ['chief', 'officer', 'clerk', 'coordinator'] as const satisfies readonly Role[];

const whoseCodes = ['everybody', ...workRoles] as const;
export const dueCodes = ['overdue', 'week'] as const;

/** The conditions of the list in its address; what it does not know narrows nothing. */
export function readWorkFilters(search: URLSearchParams): WorkFilters {
  const whose = search.get('whose');
  return {
    kind: workKinds.find((kind) => kind === search.get('kind')) ?? '',
    whose: whoseCodes.find((code) => code === whose) ?? 'own',
    mine: whose === 'mine',
    due: dueCodes.find((code) => code === search.get('due')) ?? '',
  };
}
