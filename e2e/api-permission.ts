import { permissions, type Permission } from '../src/platform/permission/permission-table.ts';

/** Collections whose permission is called otherwise than their address. */
const recordOfApi: Readonly<Record<string, string>> = {
  'scouting-visits': 'scouting',
  'expense-claims': 'expense',
};

/** Collections of which a sample stands under another name. */
const sampleNames: Readonly<Record<string, string>> = { 'expense-claims': 'expenses', 'match-runs': ':runId' };

/** Addresses whose permission is of their own kind. */
const permissionOfMatchRuns = (path: string, method: string): Permission => {
  if (method === 'get') return 'assignment.read';
  return path.endsWith('/adoption') ? 'assignment.adopt' : 'assignment.plan';
};

/** What an address of the API needs; the walk stops at one that it knows nothing of. */
export function permissionOfApi(path: string, method: string): Permission {
  const [, collection = ''] = path.split('/');
  if (collection === 'corners') return 'report.read';
  if (collection === 'match-runs') return permissionOfMatchRuns(path, method);
  const acts: Readonly<Record<string, string>> = { get: 'read', post: 'write', put: 'write', delete: 'delete' };
  const permission = permissions.find(
    (known) => known === `${recordOfApi[collection] ?? collection.replace(/s$/u, '')}.${acts[method]}`,
  );
  if (!permission) throw new Error(`no permission is known for ${method} ${path}: add it to the walk`);
  return permission;
}

/** Under which name the walk has an identity of a collection. */
export function sampleOfApi(collection: string): string {
  return sampleNames[collection] ?? recordOfApi[collection] ?? collection;
}
