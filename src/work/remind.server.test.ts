import { expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { readWorkFilters } from './work-filters.ts';
import { remindOutside } from './remind.server.ts';
import { listWork } from './work-queries.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const nothing = { drafted: 0, today: 0, withoutAddress: 0, gone: 0 };

async function holdVisit(ctx: Context, { hostEmail }: { readonly hostEmail: string | null }) {
  await registerOrganization(ctx, { email: hostEmail });
  const personId = await registerInstructor(ctx, { email: 'meister@example.jp' });
  const recordId = await registerVisit(ctx, { visitOn: plainDate('2022-11-10'), status: 'held' });
  return {
    report: { kind: 'report-missing', recordId, personId } as const,
    survey: { kind: 'survey-missing', recordId, personId: '' } as const,
  };
}

const readDrafts = () => desk.asOwner('select kind, recipient, entity_label from mail_draft order by kind');

test('a reminder is one mail to whom it waits for, once a day, and the list says when', async () => {
  const ctx = desk.context();
  const { report, survey } = await holdVisit(ctx, { hostEmail: 'host@example.jp' });
  const chosen = [report, survey];
  expect(await remindOutside(ctx, { fiscalYear, chosen })).toEqual({ ...nothing, drafted: 2 });
  expect(await remindOutside(ctx, { fiscalYear, chosen: [report, report] })).toEqual({ ...nothing, today: 2 });
  const sent = [
    { kind: 'report-reminder', recipient: 'meister@example.jp', entity_label: 'V-001' },
    { kind: 'survey-reminder', recipient: 'host@example.jp', entity_label: 'V-001' },
  ];
  expect(await readDrafts()).toEqual(sent);
  const filters = readWorkFilters(new URLSearchParams('kind=report-missing'));
  const { rows } = await listWork(ctx, { fiscalYear, filters, cursor: undefined });
  expect(rows.map(({ remindedOn }) => remindedOn)).toEqual(['2022-11-30']);
  const tomorrow = desk.context({ today: '2022-12-01' });
  expect(await remindOutside(tomorrow, { fiscalYear, chosen })).toEqual({ ...nothing, drafted: 2 });
  expect(await readDrafts()).toEqual([...sent.slice(0, 1), ...sent.slice(0, 1), ...sent.slice(1), ...sent.slice(1)]);
});

test('what waits no longer, and who has no address, gets no mail', async () => {
  const ctx = desk.context();
  const { report, survey } = await holdVisit(ctx, { hostEmail: null });
  await ctx.db.updateTable('visit').set({ status: 'planned' }).where('visit_id', '=', report.recordId).execute();
  expect(await remindOutside(ctx, { fiscalYear, chosen: [report] })).toEqual({ ...nothing, gone: 1 });
  await ctx.db.updateTable('visit').set({ status: 'held' }).where('visit_id', '=', report.recordId).execute();
  expect(await remindOutside(ctx, { fiscalYear, chosen: [survey] })).toEqual({ ...nothing, withoutAddress: 1 });
  expect(await readDrafts()).toEqual([]);
});

test('whoever only reads reminds nobody, and no other corner is reached [SEC-13]', async () => {
  const { report } = await holdVisit(desk.context(), { hostEmail: null });
  const chosen = [report];
  const auditor = desk.context({ role: 'auditor' });
  await expect(async () => remindOutside(auditor, { fiscalYear, chosen })).rejects.toThrow(Forbidden);
  const other = desk.context({ corner: '34', actor: { cornerCode: '34' } });
  expect(await remindOutside(other, { fiscalYear, chosen })).toEqual({ ...nothing, gone: 1 });
});
