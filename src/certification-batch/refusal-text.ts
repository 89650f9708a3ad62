import { certificationRefusalText } from '#certification/text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { BatchFillRefusal, CertificationBatchRefusal } from './domain/batch.ts';
import { batchLabel } from './text.ts';

/** Why a bundle stays as it is, and what to do (FRM-32). */
export function batchRefusalText(refusal: CertificationBatchRefusal): string {
  switch (refusal.kind) {
    case 'not-sent':
      return 'まだ送付していない取りまとめです。先に送付したことを記録してください。';
    case 'sent-already':
      return 'すでに送付した取りまとめです。内容は変えられません。直す申請があるときは、センターに返戻を頼んでください。';
    case 'received-already':
      return '受領日はすでに記録されています。画面を開き直して確かめてください。';
    case 'empty':
      return '申請が1件も入っていないため送付できません。受付済みの申請を入れてください。';
    case 'not-empty':
      return `申請が${refusal.cases}件入っているため削除できません。先にすべて外してください。`;
    case 'none-chosen':
      return '申請が選ばれていません。1件以上選んでください。';
    case 'in-the-future':
      return `${formatSlashDate(refusal.day)}はまだ来ていない日です。今日（${formatSlashDate(refusal.today)}）以前の日を入力してください。`;
    case 'before-sending':
      return `${formatSlashDate(refusal.day)}は送付日（${formatSlashDate(refusal.sentOn)}）より前です。送付日以後の日を入力してください。`;
    case 'round-taken':
      return `${batchLabel(refusal)}はすでに登録されています。別の回にするか、一覧から登録済みのものを開いてください。`;
  }
}

/** The same for commands that also move applications; `nameOf` names the one that was stopped. */
export function fillRefusalText(refusal: BatchFillRefusal, nameOf: (caseId: string) => string): string {
  if (refusal.kind !== 'case') return batchRefusalText(refusal);
  return `${nameOf(refusal.caseId)}：${certificationRefusalText(refusal.refusal)}`;
}
