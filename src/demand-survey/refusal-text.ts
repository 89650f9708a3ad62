import { formatEraDate } from '#kernel/japanese-era.ts';
import type { ChoosingRefusal, RemovalRefusal } from './choose-recipients.server.ts';
import { type DemandSurveyRefusal } from './domain/demand-survey.ts';
import type { DemandAnswerRefusal } from './answer-link.server.ts';
import type { DeclineRefusal } from './move-recipient.server.ts';
import type { WritingRefusal } from './write-to-recipients.server.ts';
import { recipientStateLabel, surveyStateLabel } from './text.ts';

/** Why a link opens nothing, or an answer was not taken (FRM-32). */
export function demandLinkRefusalText(refusal: Exclude<DemandAnswerRefusal, { kind: 'fields' }>): string {
  switch (refusal.kind) {
    case 'gone':
      return 'このリンクは使えません。取り消されたか、新しいものに替わったか、アドレスが途中で切れています。調査票のQRコードをもう一度読み取るか、調査票にある電話番号へお知らせください。';
    case 'locked':
      return '同じ場所から、使えないリンクが続けて開かれたため、しばらく受け付けません。15分ほどたってから、もう一度開いてください。';
    case 'over':
      return `この調査の受付は終わりました。希望があるときは、${refusal.office}${refusal.phone === null ? '' : `（電話 ${refusal.phone}）`}へお知らせください。`;
    case 'answered-before':
      return 'この調査票の回答は、すでに受け付けています。内容を直すときは、調査票にある電話番号へお知らせください。';
  }
}

/** Why an act on a survey stopped, and what to do (FRM-32). */
export function surveyRefusalText(refusal: DemandSurveyRefusal | WritingRefusal | ChoosingRefusal): string {
  switch (refusal.kind) {
    case 'not-now':
      return `この調査はもう「${surveyStateLabel(refusal.state)}」になっています。画面を開き直して確かめてください。`;
    case 'no-recipient':
      return '調査先がありません。調査先を選んでから、調査を始めてください。';
    case 'deadline-over':
      return `回答の期限（${formatEraDate(refusal.answerBy)}）を過ぎています。調査を編集して、期限を今日以降にしてください。`;
    case 'not-running':
      return `この調査は「${surveyStateLabel(refusal.state)}」です。調査を始めるか再開してから、やり直してください。`;
    case 'nobody-left':
      return '当てはまる調査先がありません。調査先の状態とメールアドレスを確かめてください。';
    case 'closed':
      return 'この調査は締め切っています。調査先を加えるときは、調査を再開してください。';
    case 'nobody-new':
      return '新しく加える派遣先がありません。区分か地域の条件を変えてください。';
  }
}

/** Why an act on a recipient stopped, and what to do (FRM-32). */
export function recipientRefusalText(refusal: DeclineRefusal | RemovalRefusal): string {
  switch (refusal.kind) {
    case 'not-in-state':
      return `この調査先は「${recipientStateLabel(refusal.state)}」のため、この操作はできません。画面を開き直して確かめてください。`;
    case 'reason-missing':
      return '回答しない理由が入力されていません。あとで見る人のために、理由を入力してください。';
  }
}
