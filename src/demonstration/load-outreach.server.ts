import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { instructorsOfBooths } from '#outreach/domain/booth.ts';
import { sumAttendees } from '#outreach/domain/attendee.ts';
import { nothingTold, type OutreachEvent } from '#outreach/domain/outreach-fields.ts';
import { outreachRecords } from '#outreach/outreach-records.server.ts';
import { recordNoRequest } from '#outreach/state-no-request.server.ts';
import type { Context } from '#platform/context.server.ts';
import { stationNoRequest, talkSplits, winterFair } from './domain/outreach-of-2022.ts';

const FISCAL_YEAR = 2022;

/**
 * Tells the people of the medalist talks apart, adds a fair that is to come, and says of which line nobody
 * asked. The published figures stay as they are; a second time nothing changes.
 */
export async function loadOutreach(ctx: Context): Promise<void> {
  for (const talk of talkSplits) await tellTalk(ctx, talk);
  await addFair(ctx);
  const said = await recordNoRequest(ctx, { fiscalYear: FISCAL_YEAR, line: 'station', noRequest: stationNoRequest });
  if (!said.ok) throw new Error(`no request: ${JSON.stringify(said.refusal)}`);
}

async function tellTalk(ctx: Context, { visitOn, split }: (typeof talkSplits)[number]): Promise<void> {
  const visit = await ctx.db
    .selectFrom('visit')
    .select('visit_id as id')
    .where('program', '=', 'medalist-talk')
    .where('visit_on', '=', visitOn)
    .executeTakeFirstOrThrow();
  const { input, version } = await outreachRecords.get(ctx, visit.id);
  if (sumAttendees(split) !== input.trainees) throw new Error(`${visitOn} had ${input.trainees} people`);
  const told = { ...input, kind: 'medalist-talk', ...split } as const;
  const saved = await outreachRecords.update(ctx, { id: visit.id, version, input: told, fiscalYear: FISCAL_YEAR });
  if (!saved.ok) throw new Error(`talk: ${JSON.stringify(saved.refusal)}`);
}

async function addFair(ctx: Context): Promise<void> {
  const { split, booths, ...told } = winterFair;
  const known = await ctx.db.selectFrom('visit').select('number').where('number', '=', told.number).executeTakeFirst();
  if (known) return;
  const input: OutreachEvent = {
    ...nothingTold,
    ...told,
    ...split,
    requestNumber: null,
    program: 'hands-on-class',
    kind: 'fair',
    instructorNumbers: instructorsOfBooths(booths),
    tradeCode: booths[0].tradeCode,
    startsAt: '10:00',
    endsAt: '15:00',
    trainees: sumAttendees(split) ?? 0,
    status: 'planned',
    cancelReason: null,
    booths,
  };
  const created = await outreachRecords.create(ctx, { input, fiscalYear: fiscalYearOf(told.visitOn) });
  if (!created.ok) throw new Error(`fair: ${JSON.stringify(created.refusal)}`);
}
