import { countStrayStages } from '#dispatch/stage-queries.server.ts';
import { findBrokenLink } from '#platform/audit/audit-queries.server.ts';
import type { Database, Db } from '#platform/db/database.server.ts';
import { findViolations, type Violation } from '#platform/db/find-violations.server.ts';
import { openDatabase } from '#platform/db/open-database.server.ts';
import { listPrefectures } from '#reference/domain/prefecture.ts';
import type { Command } from './command.ts';

export const verifyCommand: Command = {
  usage: `使い方: takumi verify [--json]

すべてのコーナーの操作記録が、書かれたときのまま途切れずに続いているか、
すべての表の行が決まり（値の範囲、ほかの表とのつながり）を守っているかを確かめます。
書き換えや抜け、決まりに反する行があれば、その場所を示して 1 で終わります。`,
  options: { json: { type: 'boolean' } },
  positionals: { min: 0, max: 0 },
  run: async ({ options, environment, terminal }) => {
    const database = await openDatabase(environment, { migrate: false });
    try {
      const found = await inspect(database);
      if (options['json']) terminal.print(JSON.stringify({ ok: isWhole(found), ...found }));
      else if (isWhole(found)) terminal.print('操作記録はすべて元のままで、決まりに反する行はありません。');
      for (const sentence of found.broken.map(brokenText)) terminal.warn(sentence);
      for (const sentence of found.violations.map(violationText)) terminal.warn(sentence);
      return isWhole(found) ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};

type Broken = { readonly corner: string; readonly sequence: number };
/** `corner` null: a table of the whole installation. */
type Violated = Violation & { readonly corner: string | null };
type Found = { readonly broken: readonly Broken[]; readonly violations: readonly Violated[] };

async function inspect(database: Database): Promise<Found> {
  const broken: Broken[] = [];
  const violations: Violated[] = [];
  const note = (corner: string | null, found: readonly Violation[]) =>
    violations.push(...found.map((violation) => ({ corner, ...violation })));
  for (const { code } of listPrefectures()) {
    const db = database.forCorner(code);
    const sequence = await findBrokenLink(db);
    if (sequence !== undefined) broken.push({ corner: code, sequence });
    note(code, await findViolations(db, { walled: true }));
    note(code, await findStrayStages(db));
  }
  note(null, await findViolations(database.unbound, { walled: false }));
  return { broken, violations };
}

/** The stage of a request is kept twice, in its row and in its steps: both have to say the same (domain.md §4.3). */
async function findStrayStages(db: Db): Promise<readonly Violation[]> {
  const count = await countStrayStages(db);
  return count === 0 ? [] : [{ table: 'request', constraint: 'request_stage_follows_events', count }];
}

function isWhole({ broken, violations }: Found): boolean {
  return broken.length + violations.length === 0;
}

function brokenText({ corner, sequence }: Broken): string {
  return `コーナー ${corner} の操作記録は ${sequence} 番で途切れています。書き換えか抜けがあります。バックアップと比べてください。`;
}

function violationText({ corner, table, constraint, count }: Violated): string {
  const place = corner === null ? '全体' : `コーナー ${corner}`;
  return `${place}の表 ${table} に、決まり ${constraint} に反する行が${count}件あります。バックアップと比べてください。`;
}
