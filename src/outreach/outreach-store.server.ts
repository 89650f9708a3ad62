import { sql } from 'kysely';
import { followNumbers } from '#instructor/merged-instructors.server.ts';
import { foldSearchText } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { fieldColumns, overwrite } from '#record/columns.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { VisitKnown } from '#schedule/domain/visit.ts';
import type { BesideVisit } from '#schedule/visit-records-beside.server.ts';
import type { Booth } from './domain/booth.ts';
import { checkOutreach } from './domain/outreach-check.ts';
import { nothingTold, outreachFields, type OutreachTold } from './domain/outreach-fields.ts';
import { outreachKindLabel } from './domain/outreach-kind.ts';

const keys = outreachFields.map(({ key }) => key);
const columns = fieldColumns<Omit<OutreachTold, 'booths'>>(keys.filter((key) => key !== 'booths'));
const identity = ['corner_code', 'visit_id'] as const;

/** 魅力発信の記録 as rows beside the visit that the event is. */
export const outreachBesideVisit: BesideVisit<OutreachTold> = {
  fields: outreachFields,
  read: readTold,
  write: writeTold,
  check: checkOutreach,
  follow: async (db, told) => {
    if (told.booths === null) return told;
    const followed = await followNumbers(
      db,
      told.booths.flatMap(({ instructorNumbers }) => instructorNumbers),
    );
    const now = new Map(followed.map(({ number, survivor }) => [number, survivor.number]));
    const booths = told.booths.map((booth) => ({
      ...booth,
      instructorNumbers: [...new Set(booth.instructorNumbers.map((number) => now.get(number) ?? number))],
    }));
    return { ...told, booths };
  },
};

async function readTold(db: Db, visitId: string): Promise<OutreachTold> {
  const row = await db
    .selectFrom('outreach_event')
    .select(columns.names as never)
    .where('visit_id', '=', visitId)
    .executeTakeFirst();
  if (!row) return nothingTold;
  const told = { ...nothingTold, ...columns.toFields(row) };
  return told.kind === 'fair' ? { ...told, booths: await readBooths(db, visitId) } : told;
}

async function readBooths(db: Db, visitId: string): Promise<readonly Booth[]> {
  return (
    db
      .selectFrom('outreach_booth as booth')
      .select(['booth.name', 'booth.trade_code as tradeCode'])
      // Somebody may stand here twice whose two records became one.
      .select(
        sql<readonly string[]>`array(
        select instructor.number from outreach_booth_instructor as led
        join instructor on instructor.instructor_id = led.instructor_id
        where led.visit_id = booth.visit_id and led.booth_position = booth.position
        group by instructor.number order by min(led.position))`.as('instructorNumbers'),
      )
      .select(['booth.material', 'booth.visitors'])
      .where('booth.visit_id', '=', visitId)
      .orderBy('booth.position')
      .execute()
  );
}

type Target = { readonly visitId: string; readonly told: OutreachTold; readonly known: VisitKnown };

/** Keeps what is told of an event; an event of which nothing was ever told has no row. */
async function writeTold(tx: Tx, ctx: Context, { visitId, told, known }: Target): Promise<void> {
  if (told.kind === null) return;
  const key = { corner_code: ctx.corner, visit_id: visitId };
  const row = { ...key, ...columns.toColumns(told), search_text: searchTextOf(told) };
  await tx
    .insertInto('outreach_event')
    .values(row as never)
    .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(row, identity) as never))
    .execute();
  await tx.deleteFrom('outreach_booth_instructor').where('visit_id', '=', visitId).execute();
  await tx.deleteFrom('outreach_booth').where('visit_id', '=', visitId).execute();
  const booths = told.booths ?? [];
  if (booths.length === 0) return;
  const rows = booths.map(({ name, tradeCode, material, visitors }, index) => ({
    ...key,
    position: index + 1,
    name,
    trade_code: tradeCode,
    material,
    visitors,
  }));
  await tx.insertInto('outreach_booth').values(rows).execute();
  await tx.insertInto('outreach_booth_instructor').values(booths.flatMap(toLeaders)).execute();

  function toLeaders({ instructorNumbers }: Booth, index: number) {
    return instructorNumbers.map((number, position) => {
      const instructor = known.instructors.get(number);
      if (!instructor) throw new Error(`a booth names instructor ${number}, who was not loaded`);
      return { ...key, booth_position: index + 1, position, instructor_id: instructor.id };
    });
  }
}

function searchTextOf({ kind, title, place, municipalityCode, note, booths }: OutreachTold): string {
  const municipality = municipalityCode === null ? '' : (findMunicipality(municipalityCode)?.name ?? '');
  const stands = (booths ?? []).flatMap(({ name, tradeCode }) => [name, findTrade(tradeCode)?.name ?? '']);
  const words = [kind === null ? '' : outreachKindLabel(kind), title, place, municipality, note, ...stands];
  return foldSearchText(words.filter(Boolean).join(' '));
}
