import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import type { AnswerRefusal } from './answer-ticket.server.ts';
import { LONGEST_CHOICE, LONGEST_QUESTION, MOST_CHOICES, type QuestionProblem } from './domain/own-question.ts';
import type { IssueRefusal, TicketRefusal } from './domain/ticket.ts';
import type { EntryRefusal } from './enter-sheets.server.ts';
import { answerText, formText, gridText } from './text.ts';

/** Why a link takes no answer. */
export function ticketRefusalText(refusal: TicketRefusal): string {
  switch (refusal.kind) {
    case 'visit-cancelled':
      return 'この派遣は中止になったため、アンケートは受け付けていません。';
    case 'not-yet':
      return `このアンケートは${formatEraDate(refusal.visitOn)}から回答できます。当日になってから、もう一度開いてください。`;
    case 'expired':
      return `回答の期限（${formatEraDate(refusal.lastDay)}）を過ぎました。ご意見は、用紙にある電話番号へお寄せください。`;
  }
}

/** Why an answer was not taken, for the refusals that no question shows. */
export function answerRefusalText(refusal: Exclude<AnswerRefusal, { kind: 'fields' }>): string {
  switch (refusal.kind) {
    case 'gone':
      return 'このリンクは使えません。すでに回答したか、用紙が取り消されたか、アドレスが途中で切れています。まだ回答していないときは、用紙のQRコードをもう一度読み取るか、事務局に新しい用紙をもらってください。';
    case 'locked':
      return '同じ場所から、使えないリンクが続けて開かれたため、しばらく受け付けません。15分ほどたってから、もう一度開いてください。';
    case 'questions-changed':
      return answerText.changed;
    case 'visit-cancelled':
    case 'not-yet':
    case 'expired':
      return ticketRefusalText(refusal);
  }
}

/** Why no sheets were made. */
export function issueRefusalText(refusal: IssueRefusal): string {
  switch (refusal.kind) {
    case 'no-number':
      return '作る枚数は1以上の数字で入力してください（例：20）。';
    case 'too-many':
      return `回答用紙は1回の派遣で${refusal.most}枚まで作れます。すでに${refusal.issued}枚を作っています。枚数を減らしてください。`;
    case 'expired':
      return `回答の期限（${formatSlashDate(refusal.lastDay)}）を過ぎたため、用紙は作れません。紙の調査票で集めて入力してください。`;
    case 'visit-cancelled':
    case 'not-yet':
      return ticketRefusalText(refusal);
  }
}

/** Why no paper was kept, for the refusals that no row shows. */
export function entryRefusalText(refusal: Exclude<EntryRefusal, { kind: 'rows' }>): string {
  switch (refusal.kind) {
    case 'no-rows':
      return gridText.noRows;
    case 'visit-cancelled':
      return 'この派遣は中止になっているため、回答を保存できません。派遣番号を確かめてください。';
    case 'not-yet':
      return `実施日（${formatSlashDate(refusal.visitOn)}）がまだ来ていないため、回答を保存できません。派遣番号を確かめてください。`;
    case 'answered-early':
      return `回答日は実施日（${formatSlashDate(refusal.visitOn)}）以後の日を入力してください。`;
    case 'answered-later-than-today':
      return `回答日は今日（${formatSlashDate(refusal.today)}）までの日を入力してください。`;
  }
}

/** What is wrong with a question of the corner's own. */
export function questionProblemText({ place, kind }: QuestionProblem): string {
  const where = formText.place(place + 1);
  switch (kind) {
    case 'text-missing':
      return `${where}の文が入力されていません。質問の文を入力するか、答え方を「${formText.unused}」にして選択肢を消してください。`;
    case 'kind-missing':
      return `${where}の答え方が選ばれていません。「${formText.choice}」か「${formText.text}」を選ぶか、質問の文を消してください。`;
    case 'too-long':
      return `${where}の文が長すぎます。${LONGEST_QUESTION}文字以内にしてください。`;
    case 'too-few-choices':
      return `${where}の選択肢が足りません。1行に1つずつ、2つ以上入力してください。`;
    case 'too-many-choices':
      return `${where}の選択肢が多すぎます。${MOST_CHOICES}個以内にしてください。`;
    case 'choice-too-long':
      return `${where}の選択肢に${LONGEST_CHOICE}文字を超えるものがあります。短くしてください。`;
    case 'choice-repeated':
      return `${where}に同じ選択肢があります。どちらかを消してください。`;
    case 'text-repeated':
      return `${where}と同じ文の質問がほかにもあります。どちらかを変えてください。`;
    case 'forbidden-character':
      return `${where}に、保存できない文字（外字や制御文字）があります。その文字を消してください。`;
  }
}
