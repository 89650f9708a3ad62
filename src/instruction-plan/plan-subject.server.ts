import { sql } from 'kysely';
import type { Program } from '#dispatch/domain/program.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import type { PlannedVisitFacts, SessionDefaults } from './domain/plan-session.ts';

/** A request as its plan and its letters tell of it. */
export type PlanSubject = {
  readonly id: string;
  readonly number: string;
  readonly fiscalYear: number;
  readonly program: Program;
  readonly tradeCode: string;
  readonly content: string | null;
  readonly wishedSessions: number;
  readonly sessionMinutes: number | null;
  readonly trainees: number;
  readonly hostNumber: string;
  readonly hostName: string;
  readonly hostPostalCode: string | null;
  readonly hostMunicipality: string | null;
  readonly hostAddress: string | null;
  readonly contactName: string | null;
  readonly placeMunicipality: string;
  readonly place: string | null;
  readonly level: string | null;
  readonly materialsYen: number | null;
};

/** The request of an address; NotFound where the corner has none. */
export async function loadPlanSubject(db: Db, requestId: string): Promise<PlanSubject> {
  const row = isRecordId(requestId)
    ? await db
        .selectFrom('request')
        .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
        .leftJoin('request_application as told', 'told.request_id', 'request.request_id')
        .select(['request.request_id as id', 'request.number', 'request.fiscal_year as fiscalYear'])
        .select(['request.trade_code as tradeCode', 'request.content', 'request.wished_sessions as wishedSessions'])
        .select(['request.session_minutes as sessionMinutes', 'request.expected_trainees as trainees'])
        .select(['organization.number as hostNumber', 'organization.name as hostName'])
        .select(['organization.postal_code as hostPostalCode', 'organization.municipality_code as hostMunicipality'])
        .select([
          'organization.address as hostAddress',
          'told.place',
          'told.level',
          'told.materials_yen as materialsYen',
        ])
        .select((each) => each.fn.coalesce('told.contact_name', 'organization.contact_name').as('contactName'))
        .select([
          sql<Program>`request.program`.as('program'),
          sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as(
            'placeMunicipality',
          ),
        ])
        .where('request.request_id', '=', requestId)
        .where('request.deleted_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('request', requestId);
  return row;
}

/** The visits of a request that are to come or were held, with the first of their instructors. */
export async function listVisitFacts(db: Db, requestId: string): Promise<readonly PlannedVisitFacts[]> {
  return db
    .selectFrom('visit')
    .leftJoin('visit_instructor', (join) =>
      join.onRef('visit_instructor.visit_id', '=', 'visit.visit_id').on('visit_instructor.position', '=', 0),
    )
    .leftJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .select(['visit.visit_id as visitId', 'visit.starts_at as startsAt', 'visit.ends_at as endsAt'])
    .select('instructor.number as instructorNumber')
    .select(sql<PlainDate>`visit.visit_on`.as('visitOn'))
    .where('visit.request_id', '=', requestId)
    .where('visit.status', '<>', 'cancelled')
    .where('visit.deleted_at', 'is', null)
    .orderBy('visit.visit_on')
    .orderBy('visit.starts_at')
    .orderBy('visit.number')
    .execute();
}

/** Where the sessions of a request are held and what they teach, as far as the request says. */
export function sessionDefaults(subject: PlanSubject): SessionDefaults {
  const { place, hostName, placeMunicipality, content } = subject;
  const where = place ?? `${hostName}（${findMunicipality(placeMunicipality)?.name ?? placeMunicipality}）`;
  return { place: where, content: content === null ? null : content.slice(0, 500) };
}
