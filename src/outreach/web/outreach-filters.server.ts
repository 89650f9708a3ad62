import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import { visitStatuses } from '#schedule/domain/visit-status.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { outreachKinds } from '../domain/outreach-kind.ts';
import type { OutreachFilters } from '../outreach-queries.server.ts';

/** The conditions in the address of the list and of its file; what is not known narrows nothing. */
export function readOutreachFilters({ url, year }: Pick<StaffCall, 'url' | 'year'>): OutreachFilters {
  const parameter = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const known = <Code extends string>(name: string, list: readonly { readonly code: Code }[]): Code | '' =>
    list.find(({ code }) => code === parameter(name))?.code ?? '';
  const day = (name: string) => {
    const read = parseJapaneseDate(parameter(name));
    return read.ok ? read.value : '';
  };
  return {
    fiscalYear: year,
    q: parameter('q'),
    kind: known('kind', outreachKinds),
    status: known('status', visitStatuses),
    split: parameter('split') === 'uncounted' ? 'uncounted' : '',
    from: day('from'),
    to: day('to'),
  };
}
