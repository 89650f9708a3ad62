import { searchWords } from '#kernel/japanese-text.ts';
import { listRequests, type RequestRow } from '#dispatch/request-queries.server.ts';
import { everyInstructor } from '#instructor/instructor-filters.server.ts';
import { listInstructors, type InstructorListRow } from '#instructor/instructor-queries.server.ts';
import { listOrganizations, type OrganizationRow } from '#organization/organization-queries.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Count } from '#record/paging.server.ts';
import { listVisits, type VisitRow } from '#schedule/visit-queries.server.ts';

/** What was found, the first of each kind. Visits are not counted: there may be very many. */
export type SearchResults = {
  readonly organizations: Count & { readonly rows: readonly OrganizationRow[] };
  readonly instructors: Count & { readonly rows: readonly InstructorListRow[] };
  readonly requests: Count & { readonly rows: readonly RequestRow[] };
  readonly visits: { readonly rows: readonly VisitRow[]; readonly more: boolean };
};

const SHOWN = 10;

/**
 * Looks for every word in numbers and names of organizations, instructors, requests and visits of all years (SEA-01).
 * Nothing is looked for without a word.
 */
export async function searchEverything(
  ctx: Context,
  { q, fiscalYear }: { readonly q: string; readonly fiscalYear: number },
): Promise<SearchResults | undefined> {
  if (searchWords(q).length === 0) return undefined;
  const page = { cursor: undefined, limit: SHOWN };
  const anyRequest = {
    fiscalYear: undefined,
    q,
    program: '',
    trade: '',
    status: '',
    priority: '',
    organization: '',
  } as const;
  const organizations = await listOrganizations(ctx, {
    ...page,
    filters: { q, kind: '', municipality: '' },
    order: 'kana',
  });
  const instructors = await listInstructors(ctx, {
    ...page,
    filters: { ...everyInstructor, q },
    order: 'kana',
    fiscalYear,
  });
  const requests = await listRequests(ctx, { ...page, filters: anyRequest, order: 'received' });
  const visits = await listVisits(ctx, { ...page, filters: { q }, order: 'latest' });
  return { organizations, instructors, requests, visits: { rows: visits.rows, more: visits.next !== undefined } };
}
