import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { mailingAddress, postalText } from '#letter/mailing-address.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { findTrade } from '#reference/domain/trade.ts';

/** A person to whom a letter about a visit goes. */
export type VisitPerson = {
  readonly id: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
};

/** A visit as its letters tell of it. */
export type VisitFacts = {
  readonly id: string;
  readonly number: string;
  readonly visitOn: PlainDate;
  readonly status: string;
  readonly trainees: number;
  readonly host: string;
  /** Whom the request named, else whom the host has; nobody where neither does. */
  readonly contact: string | null;
  readonly postalCode: string;
  readonly address: string;
  /** A text for each of the placeholders of a visit. */
  readonly values: Readonly<Record<string, string>>;
  readonly instructors: readonly VisitPerson[];
};

/** What letters about a visit are filled with; NotFound where the corner has no such visit. */
export async function loadVisitFacts(ctx: Context, visitId: string): Promise<VisitFacts> {
  requirePermission(ctx, 'visit.read');
  const row = isRecordId(visitId)
    ? await ctx.db
        .selectFrom('visit')
        .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
        .leftJoin('request_application', 'request_application.request_id', 'visit.request_id')
        .select([
          'visit.number',
          'visit.visit_on',
          'visit.status',
          'visit.trainees',
          'visit.starts_at',
          'visit.ends_at',
        ])
        .select(['visit.trade_code', 'organization.name as host', 'organization.postal_code'])
        .select(['organization.municipality_code', 'organization.address'])
        .select((each) =>
          each.fn.coalesce('request_application.contact_name', 'organization.contact_name').as('contact'),
        )
        .where('visit.visit_id', '=', visitId)
        .where('visit.deleted_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('visit', visitId);
  const visitOn = row.visit_on as PlainDate;
  return {
    id: visitId,
    number: row.number,
    visitOn,
    status: row.status,
    trainees: row.trainees,
    host: row.host,
    contact: row.contact,
    postalCode: postalText(row.postal_code),
    address: mailingAddress({ municipalityCode: row.municipality_code, address: row.address }),
    values: {
      派遣番号: row.number,
      実施日: formatEraDate(visitOn, 'weekday'),
      実施時間: row.starts_at && row.ends_at ? `${row.starts_at}〜${row.ends_at}` : '',
      派遣先: row.host,
      職種: findTrade(row.trade_code)?.name ?? row.trade_code,
    },
    instructors: await listPeople(ctx, visitId),
  };
}

async function listPeople(ctx: Context, visitId: string): Promise<readonly VisitPerson[]> {
  const rows = await ctx.db
    .selectFrom('visit_instructor')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .select(['instructor.instructor_id as id', 'instructor.number', 'instructor.name', 'instructor.postal_code'])
    .select(['instructor.municipality_code', 'instructor.address'])
    .where('visit_instructor.visit_id', '=', visitId)
    .orderBy('visit_instructor.position')
    .execute();
  return rows.map(({ id, number, name, postal_code, municipality_code, address }) => ({
    id,
    name,
    values: {
      氏名: name,
      登録番号: number,
      郵便番号: postalText(postal_code),
      住所: mailingAddress({ municipalityCode: municipality_code, address }),
    },
  }));
}
