import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { naughtyStrings } from '../../test/naughty-strings.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { AnswerTexts } from './domain/answer.ts';
import { enterSheets, withdrawEntry } from './enter-sheets.server.ts';
import { exportFeedbackSheet } from './feedback.server.ts';
import { listFreeTexts } from './result-queries.server.ts';
import { registerHeldVisit, fine, surveyDesk } from './survey-fixture.server.ts';
import { getVisitSurvey } from './visit-survey-queries.server.ts';

const desk = useTestDatabase();
const on = { fiscalYear: 2022, asOf: plainDate('2022-11-30') };
const { outcome } = surveyDesk(desk.database, desk.context);

describe('a pile of paper', () => {
  const order = (visitId: string, rows: readonly AnswerTexts[], key?: string) => ({
    visitId,
    audience: 'trainee' as const,
    answeredOn: plainDate('2022-11-22'),
    rows,
    key,
  });

  test('is kept whole or not at all, once for a double press, and can be taken back with a reason', async () => {
    const ctx = desk.context();
    const visitId = await registerHeldVisit(ctx);
    const rows = [fine, fine, { satisfaction: '2', understanding: '2' }];
    expect(await enterSheets(ctx, order(visitId, [...rows, { satisfaction: '8' }]))).toMatchObject({
      refusal: { kind: 'rows', problems: [{ row: 4, field: 'satisfaction' }] },
    });
    expect(await outcome('outcome.understanding')).toBe('0/0');
    expect(await enterSheets(ctx, order(visitId, rows, 'press'))).toEqual({ ok: true, value: { sheets: 3 } });
    expect(await enterSheets(ctx, order(visitId, rows, 'press'))).toEqual({ ok: true, value: { sheets: 3 } });
    expect(await outcome('outcome.understanding')).toBe('2/3');
    const [entry] = (await getVisitSurvey(ctx, visitId)).entries;
    const withdraw = (reason: string) => withdrawEntry(ctx, { visitId, entryId: entry?.id ?? '', reason });
    expect(await withdraw(' ')).toMatchObject({ refusal: { kind: 'no-reason' } });
    expect(await withdraw('別の派遣の紙')).toEqual({ ok: true, value: { sheets: 3 } });
    expect(await withdraw('もう一度')).toMatchObject({ refusal: { kind: 'withdrawn-before' } });
    expect(await outcome('outcome.understanding')).toBe('0/0');
  });

  test.each([
    ['2022-11-20', 'answered-early'],
    ['2022-12-01', 'answered-later-than-today'],
  ])('answered on %s: %s', async (day, kind) => {
    const visitId = await registerHeldVisit(desk.context());
    const entered = await enterSheets(desk.context(), { ...order(visitId, [fine]), answeredOn: plainDate(day) });
    expect(entered).toMatchObject({ refusal: { kind } });
  });

  test('no paper, or that of a cancelled visit, is refused', async () => {
    const visitId = await registerHeldVisit(desk.context());
    expect(await enterSheets(desk.context(), order(visitId, [{}]))).toMatchObject({ refusal: { kind: 'no-rows' } });
    const cancelled = await registerVisit(desk.context(), {
      number: 'V-9',
      status: 'cancelled',
      cancelReason: '大雪',
      visitOn: plainDate('2022-11-20'),
    });
    expect(await enterSheets(desk.context(), order(cancelled, [fine]))).toMatchObject({
      refusal: { kind: 'visit-cancelled' },
    });
  });
});

test('what people write is kept as it is or refused, whatever it is, and never breaks the page', async () => {
  const ctx = desk.context();
  const visitId = await registerHeldVisit(ctx);
  const kept: string[] = [];
  for (const naughty of naughtyStrings) {
    const row = { ...fine, freeText: naughty };
    const entered = await enterSheets(ctx, {
      visitId,
      audience: 'trainee',
      answeredOn: plainDate('2022-11-22'),
      rows: [row],
      key: undefined,
    });
    if (entered.ok && naughty.trim() !== '') kept.push(naughty.replaceAll(/\r\n?/gu, '\n').trim());
    if (!entered.ok) expect(entered.refusal.kind).toBe('rows');
  }
  const texts = await listFreeTexts(ctx.db, on);
  expect(texts).toHaveLength(kept.length);
  expect(texts.map(({ text }) => text.trim()).toSorted()).toEqual(kept.toSorted());
  expect((await exportFeedbackSheet(ctx, on)).bytes.length).toBeGreaterThan(1000);
});
