import { expect, test } from 'vitest';
import { listCertifications } from '#certification/certification-queries.server.ts';
import { moveCase } from '#certification/move-case.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { importRows, type FixtureRow } from './file-fixture.server.ts';
import { problemLine } from './text.ts';

const desk = useTestDatabase();

function applicationRow(changes: FixtureRow = {}): FixtureRow {
  return {
    受付番号: 'H28-012',
    氏名: '架空 太郎',
    フリガナ: 'カクウ タロウ',
    職種: '機械加工',
    勤務先: '',
    ...changes,
  };
}

const read = (rows: readonly FixtureRow[]) => importRows(desk.context(), 'certifications', rows);

const listed = async () => {
  const filters = { q: '', state: '', trade: '' };
  const { rows } = await listCertifications(desk.context(), { filters, order: 'number', cursor: undefined });
  return rows.map(({ number, employer, state }) => [number, employer, state]);
};

test('the register of applications that a corner kept in Excel begins as candidates, once however often it is sent [Y5-14]', async () => {
  const rows = [applicationRow(), applicationRow({ 受付番号: 'H28-013', 勤務先: '架空精機' })];
  expect(await read(rows)).toMatchObject({ ok: true, counts: { created: 2 } });
  expect(await read(rows)).toMatchObject({ ok: true, counts: { created: 0, updated: 0, unchanged: 2 } });
  expect(await listed()).toEqual([
    ['H28-012', null, 'scouted'],
    ['H28-013', '架空精機', 'scouted'],
  ]);
});

test('an application that nobody may change any more is not changed by a file either, and nothing of the file is taken', async () => {
  await read([applicationRow()]);
  const ctx = desk.context();
  const { rows } = await listCertifications(ctx, {
    filters: { q: '', state: '', trade: '' },
    order: 'number',
    cursor: undefined,
  });
  const command = { command: 'withdraw', happenedOn: ctx.today(), reason: '本人の申し出' } as const;
  expect((await moveCase(ctx, { ...command, caseId: rows[0]?.id ?? '' })).ok).toBe(true);
  const changed = [applicationRow({ 受付番号: 'H28-014' }), applicationRow({ 勤務先: '架空精機' })];
  const outcome = await read(changed);
  expect(outcome.ok ? [] : outcome.problems.listed.map(problemLine)).toEqual([
    '3行目・A列（受付番号）：受付番号「H28-012」はいま「取下げ」のため、内容を変えられません。この行を消すか、画面で手続を戻してから取り込んでください。',
  ]);
  expect(await read([applicationRow()])).toMatchObject({ ok: true, counts: { unchanged: 1 } });
  expect(await listed()).toEqual([['H28-012', null, 'withdrawn']]);
});

test.each(['clerk', 'coordinator', 'auditor', 'center'] as const)(
  '%s imports no applications [SEC-13]',
  async (role) => {
    const rows = [applicationRow()];
    await expect(importRows(desk.context({ role }), 'certifications', rows)).rejects.toThrow(Forbidden);
  },
);
