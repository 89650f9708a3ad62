import { listCertifications, type CertificationListRow } from '#certification/certification-queries.server.ts';
import { listCourses, type CourseRow } from '#course/course-queries.server.ts';
import { searchWords } from '#kernel/japanese-text.ts';
import { listRequests, type RequestRow } from '#dispatch/request-queries.server.ts';
import { everyInstructor } from '#instructor/instructor-filters.server.ts';
import { listInstructors, type InstructorListRow } from '#instructor/instructor-queries.server.ts';
import { listOrganizations, type OrganizationRow } from '#organization/organization-queries.server.ts';
import type { Context } from '#platform/context.server.ts';
import { isAllowed, type Permission } from '#platform/permission/permission-table.ts';
import type { Count } from '#record/paging.server.ts';
import { listVisits, type VisitRow } from '#schedule/visit-queries.server.ts';
import { listScoutingLeads, type ScoutingLeadRow } from '#scouting/scouting-lead-queries.server.ts';
import { listScoutingVisits, type ScoutingVisitRow } from '#scouting/scouting-visit-queries.server.ts';

type Found<Row> = Count & { readonly rows: readonly Row[] };

/**
 * What was found, the first of each kind; nothing of a kind that the person may not read. Visits are not counted: there
 * may be very many.
 */
export type SearchResults = {
  readonly organizations: Found<OrganizationRow>;
  readonly instructors: Found<InstructorListRow>;
  readonly certifications: Found<CertificationListRow> | undefined;
  readonly requests: Found<RequestRow>;
  readonly visits: { readonly rows: readonly VisitRow[]; readonly more: boolean };
  readonly scoutingVisits: Found<ScoutingVisitRow> | undefined;
  readonly leads: Found<ScoutingLeadRow> | undefined;
  readonly courses: Found<CourseRow> | undefined;
};

const SHOWN = 10;

/**
 * Looks for every word in numbers and names of organizations, instructors, applications, requests, visits, scouting and
 * courses of all years (SEA-01).
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
  return {
    organizations,
    instructors,
    requests,
    visits: { rows: visits.rows, more: visits.next !== undefined },
    ...(await searchNewcomers(ctx, q)),
  };
}

/** Applications, scouting and courses, each for those who may read it. */
async function searchNewcomers(ctx: Context, q: string) {
  const page = { cursor: undefined, limit: SHOWN };
  const may = (permission: Permission) => isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const anyCase = { q, state: '', trade: '' };
  const anyLead = { q, trade: '', municipalities: [], state: undefined };
  return {
    certifications: may('certification.read')
      ? await listCertifications(ctx, { ...page, filters: anyCase, order: 'open' })
      : undefined,
    scoutingVisits: may('scouting.read')
      ? await listScoutingVisits(ctx, { ...page, filters: { q }, order: 'latest' })
      : undefined,
    leads: may('scouting.read') ? await listScoutingLeads(ctx, { ...page, filters: anyLead }) : undefined,
    courses: may('course.read') ? await listCourses(ctx, { ...page, filters: { q } }) : undefined,
  };
}
