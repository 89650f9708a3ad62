import { randomUUID } from 'node:crypto';
import type { CertificationState } from '#certification/domain/certification-state.ts';
import type { EvidenceKind } from '#certification/domain/evidence-kind.ts';
import type { Context } from '#platform/context.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { addEvidence } from './evidence-files.server.ts';
import { pdf } from './evidence-fixture.ts';

type Given = {
  readonly number?: string;
  readonly name?: string;
  readonly state?: CertificationState;
  readonly batchId?: string | null;
};

/** Puts a whole application into the corner of a test, in the state that the test is about. */
export async function insertCase(
  ctx: Context,
  { number = 'C2022-0001', name = '山田 太郎', state = 'received', batchId = null }: Given = {},
): Promise<string> {
  const caseId = randomUUID();
  await ctx.db
    .insertInto('certification_case')
    .values({
      corner_code: ctx.corner,
      case_id: caseId,
      number,
      name,
      name_kana: 'ヤマダ タロウ',
      state,
      batch_id: batchId,
      division: 'standard',
      birth_year: 1965,
      trades: [findTrade('機械加工')?.code ?? ''],
      employer: '株式会社周南精機',
      postal_code: '7450001',
      municipality_code: '352152',
      address: '周南市1-2-3',
      phone: '0834220000',
      recommender_kind: 'employer',
      recommender_name: '周南 一郎',
      recommender_relation: '代表取締役',
      basis_code: 'top-grade',
      basis_detail: '1級 機械加工（普通旋盤作業）第12-3-4567号',
      basis_on: '1995-03-20',
      practice_from: '1990-04-01',
      instruction_from: '2005-04-01',
      instruction_note: '平成17年度から社内の若手に旋盤の課題を指導',
      chief_judgement: true,
      has_teaching_licence: false,
      publish_consent: true,
      applied_on: '2022-11-10',
      search_text: name,
      sort_key: number,
    })
    .execute();
  return caseId;
}

/** Puts the copies with an application without which it is not received. */
export async function addPapers(
  ctx: Context,
  caseId: string,
  kinds: readonly EvidenceKind[] = ['qualification', 'recommendation'],
): Promise<void> {
  for (const kind of kinds) {
    const added = await addEvidence(ctx, { caseId, kind, files: [{ name: `${kind}.pdf`, bytes: pdf(`/${kind} 1`) }] });
    if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  }
}

/** An application that lacks nothing, with its copies. */
export async function insertWholeCase(ctx: Context, given: Given = {}): Promise<string> {
  const caseId = await insertCase(ctx, given);
  await addPapers(ctx, caseId);
  return caseId;
}
