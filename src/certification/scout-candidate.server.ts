import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import { certificationStore, linkScoutingVisit } from './certification-store.server.ts';
import type { CertificationInput } from './domain/certification.ts';
import { certificationFields } from './domain/certification-fields.ts';

/** The least that is known of somebody found on a visit. */
export type Candidate = Pick<CertificationInput, 'name' | 'nameKana' | 'trades'> & Partial<CertificationInput>;

/**
 * 候補者の登録. Opens an application for somebody whom another use case found, inside its transaction: the number is the
 * next free one of the 年度, the state 候補者.
 */
export async function scoutCandidate(
  tx: Tx,
  ctx: Context,
  { candidate, visitId, fiscalYear }: { candidate: Candidate; visitId: string | null; fiscalYear: number },
): Promise<Result<{ readonly id: string; readonly number: string }, readonly FieldProblem[]>> {
  requirePermission(ctx, 'certification.write');
  await lockRecords(tx, certificationStore.name);
  const number = await proposeCaseNumber(tx, fiscalYear);
  const blank = Object.fromEntries(certificationFields.map(({ key }) => [key, null]));
  const input = { ...blank, ...candidate, number } as CertificationInput;
  const known = await certificationStore.loadKnown(tx, [input], ctx, { fiscalYear });
  const problems = certificationStore.check(input, known);
  if (problems.length > 0) return refuse(problems);
  const id = ctx.newId();
  await certificationStore.save(tx, ctx, [{ id, version: 0, input }], known);
  if (visitId !== null) await linkScoutingVisit(tx, { id, visitId });
  const entity = { kind: certificationStore.name, id, label: certificationStore.labelOf(input) };
  await recordAudit(tx, ctx, [{ action: 'created', entity, after: input }]);
  return accept({ id, number });
}

/** The next free 受付番号 of the 年度: N2022-0001. */
export async function proposeCaseNumber(db: Db, fiscalYear: number): Promise<string> {
  const [number = ''] = await proposeNumbers(db, { table: 'certification_case', prefix: `N${fiscalYear}-` });
  return number;
}
