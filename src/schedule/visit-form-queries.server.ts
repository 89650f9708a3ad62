import { programLabel } from '#dispatch/domain/program.ts';
import { listHostSuggestions } from '#dispatch/host-queries.server.ts';
import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { isRegistered } from '#instructor/registration.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { findTrade } from '#reference/domain/trade.ts';

export type VisitLinks = {
  readonly organization: { readonly id: string; readonly name: string };
  readonly request: { readonly id: string; readonly number: string } | undefined;
  readonly instructors: readonly { readonly id: string; readonly number: string; readonly name: string }[];
};

/** The records a visit points at, for the links of its page. */
export async function getVisitLinks(ctx: Context, visitId: string): Promise<VisitLinks> {
  requirePermission(ctx, 'visit.read');
  const { requestId, requestNumber, ...organization } = await ctx.db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .leftJoin('request', 'request.request_id', 'visit.request_id')
    .select([
      'organization.organization_id as id',
      'organization.name',
      'request.request_id as requestId',
      'request.number as requestNumber',
    ])
    .where('visit.visit_id', '=', visitId)
    .executeTakeFirstOrThrow();
  const instructors = await ctx.db
    .selectFrom('visit_instructor')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .select(['instructor.instructor_id as id', 'instructor.number', 'instructor.name'])
    .where('visit_instructor.visit_id', '=', visitId)
    .orderBy('visit_instructor.position')
    .execute();
  const request = requestId === null || requestNumber === null ? undefined : { id: requestId, number: requestNumber };
  return { organization, request, instructors };
}

const SUGGESTED_RECORDS = 1000;

/** What the form of a visit offers while typing. */
export type VisitFormHelp = {
  readonly organizations: readonly string[];
  readonly instructors: readonly string[];
  readonly requests: readonly string[];
};

/** 「番号 名称」 of hosts, instructors and the requests of the 年度; at most 1,000 each. */
export async function getVisitFormHelp(ctx: Context, fiscalYear: number): Promise<VisitFormHelp> {
  requirePermission(ctx, 'visit.read');
  const instructors = await ctx.db
    .selectFrom('instructor')
    .select(['number', 'name'])
    .where('deleted_at', 'is', null)
    .where(isRegistered)
    .orderBy('sort_key')
    .orderBy('number')
    .limit(SUGGESTED_RECORDS)
    .execute();
  const requests = await ctx.db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select(['request.number', 'organization.name'])
    .where('request.fiscal_year', '=', fiscalYear)
    .where('request.deleted_at', 'is', null)
    .orderBy('request.received_on', 'desc')
    .orderBy('request.number', 'desc')
    .limit(SUGGESTED_RECORDS)
    .execute();
  return {
    organizations: await listHostSuggestions(ctx.db),
    instructors: instructors.map(named),
    requests: requests.map(named),
  };
}

function named({ number, name }: { readonly number: string; readonly name: string }): string {
  return `${number} ${name}`;
}

/** The next 派遣番号 of a 年度, V2022-0001: a proposal that may be overwritten. */
export async function proposeVisitNumber(ctx: Context, fiscalYear: number): Promise<string> {
  requirePermission(ctx, 'visit.write');
  const [number] = await proposeNumbers(ctx.db, { table: 'visit', prefix: `V${fiscalYear}-` });
  return number ?? '';
}

/** What a new visit takes over from the request with this number; nothing where there is none. */
export async function getRequestTexts(ctx: Context, requestNumber: string): Promise<Readonly<Record<string, string>>> {
  requirePermission(ctx, 'visit.write');
  const request = await ctx.db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select(['organization.number as organizationNumber', 'request.program', 'request.trade_code as tradeCode'])
    .select('request.expected_trainees as trainees')
    .where('request.number', '=', requestNumber)
    .where('request.deleted_at', 'is', null)
    .executeTakeFirst();
  if (!request) return {};
  const { organizationNumber, program, tradeCode, trainees } = request;
  return {
    requestNumber,
    organizationNumber,
    program: programLabel(program),
    tradeCode: findTrade(tradeCode)?.name ?? tradeCode,
    trainees: String(trainees),
  };
}
