import type { RecordName, RecordRefusal } from './domain/record-kind.ts';
import { clipGraphemes } from '#kernel/japanese-text.ts';
import type { CodeKind, FieldProblem, Problem } from './domain/field.ts';
import { ruleText } from './rule-text.ts';

const SHOWN_CHARACTERS = 60;

const CODE_SHAPES: Record<CodeKind, string> = {
  'municipality-code': '6桁の数字で入力してください（例：131016）。先頭の0が消えていないか確認してください。',
  'corporate-number': '13桁の数字で入力してください（例：6000012070001）。',
  'school-code': '13文字の英数字で入力してください（例：D135210000012）。',
  'business-number': '40文字以内で、空白と「;」を入れずに入力してください。',
};

const CHECK_DIGITS: Record<CodeKind, string> = {
  'municipality-code': '最後の1桁',
  'corporate-number': '最初の1桁',
  'school-code': '最後の1桁',
  'business-number': '検査数字',
};

/** What a form says about its fields, each at its own. */
export function showProblems(
  problems: readonly FieldProblem[],
): readonly { readonly name: string; readonly message: string }[] {
  return problems.map(({ key, header, problem }) => ({ name: key, message: problemText(header, problem) }));
}

/** Why a field was refused and what to do: 事象・原因・対処 in one or two sentences (FRM-32). */
export function problemText(header: string, problem: Problem): string {
  switch (problem.kind) {
    case 'missing':
      return `${header}が入力されていません。${header}を入力してください。`;
    case 'not-a-choice':
      return `${header}は${choicesText(problem.choices)}から選んでください。${typed(problem.value)}`;
    case 'not-a-code':
      return `${header}は${CODE_SHAPES[problem.code]}${typed(problem.value)}`;
    case 'wrong-check-digit':
      return `${header}の${CHECK_DIGITS[problem.code]}がほかの桁と合いません。番号を確認してください。${typed(problem.value)}`;
    case 'unknown-code':
      return problem.suggestion === undefined
        ? `${header}${quoted(problem.value)}は登録された一覧にありません。一覧にある名称かコードを入力してください。`
        : `${header}${quoted(problem.value)}は登録された一覧にありません。${quoted(problem.suggestion)}ではありませんか。`;
    case 'wrong-form':
      return `${header}を読み取れません。${quoted(problem.example)}の形で入力してください。${typed(problem.value)}`;
    case 'too-many':
      return `${header}は${problem.limit}件までです。入力された${problem.count}件を減らしてください。`;
    case 'repeated':
      return `${header}に${quoted(problem.value)}が2回以上あります。1つだけ残してください。`;
    case 'too-long':
    case 'private-use-character':
    case 'control-character':
    case 'lone-surrogate':
    case 'line-break':
    case 'formula':
    case 'not-kana':
      return characterText(header, problem);
    case 'not-a-whole-number':
    case 'not-a-number':
    case 'out-of-range':
    case 'wrong-step':
      return numberText(header, problem) + typed(problem.value);
    case 'not-a-postal-code':
      return `${header}は7桁の数字で入力してください（例：100-0001）。${typed(problem.value)}`;
    case 'not-a-phone-number':
      return `${header}は市外局番から10桁か11桁の数字で入力してください（例：03-5253-5111）。${typed(problem.value)}`;
    case 'not-an-email':
      return `${header}は「@」を含む半角のアドレスを1つ入力してください（例：madoguchi@example.jp）。${typed(problem.value)}`;
    case 'not-a-date':
    case 'no-such-day':
    case 'year-out-of-range':
    case 'wrong-era':
    case 'wrong-weekday':
    case 'not-a-time':
    case 'range-reversed':
      return dateText(header, problem) + typed(problem.value);
    case 'unknown-record':
    case 'needed-when':
    case 'only-when':
    case 'not-after':
    case 'not-yet':
    case 'in-the-future':
    case 'differs':
    case 'already-requested':
    case 'unfit-host':
    case 'visit-cancelled':
    case 'visit-ahead':
    case 'ticked':
    case 'own-form':
    case 'decided':
    case 'registration-ended':
    case 'not-trained':
    case 'overlaps':
      return ruleText(header, problem);
  }
}

type Of<Kind extends Problem['kind']> = Extract<Problem, { readonly kind: Kind }>;

function characterText(
  header: string,
  problem: Of<
    | 'too-long'
    | 'private-use-character'
    | 'control-character'
    | 'lone-surrogate'
    | 'line-break'
    | 'formula'
    | 'not-kana'
  >,
): string {
  switch (problem.kind) {
    case 'too-long':
      return `${header}は${problem.limit}文字以内で入力してください。いまは${problem.length}文字です。`;
    case 'private-use-character':
      return `${header}に、ほかの機器で表示できない外字（${codePointName(problem.character.codePointAt(0) ?? 0)}）があります。代わりの文字で入力し、正式な字形は画像や備考で残してください。`;
    case 'control-character':
      return `${header}に、目に見えない制御文字（${codePointName(problem.codePoint)}）があります。その文字を消して入力し直してください。`;
    case 'lone-surrogate':
      return `${header}に、途中で切れた文字があります。その文字を消して入力し直してください。`;
    case 'line-break':
      return `${header}に改行があります。1行で入力してください。`;
    case 'formula':
      return `${header}のセルが数式です。計算した結果の値を入力してください。${typed(problem.value)}`;
    case 'not-kana':
      return `${header}はカタカナかひらがなで入力してください（例：ヤマダ タロウ）。${typed(problem.value)}`;
  }
}

function numberText(
  header: string,
  problem: Of<'not-a-whole-number' | 'not-a-number' | 'out-of-range' | 'wrong-step'>,
): string {
  switch (problem.kind) {
    case 'not-a-whole-number':
      return `${header}は単位や小数のない整数で入力してください（例：20）。`;
    case 'not-a-number':
      return `${header}は単位のない数字で入力してください（例：1.5）。`;
    case 'out-of-range':
      return `${header}は${grouped(problem.min)}以上${grouped(problem.max)}以下の数字で入力してください。`;
    case 'wrong-step':
      return `${header}は${problem.step}きざみの数字で入力してください。`;
  }
}

function dateText(
  header: string,
  problem: Of<
    'not-a-date' | 'no-such-day' | 'year-out-of-range' | 'wrong-era' | 'wrong-weekday' | 'not-a-time' | 'range-reversed'
  >,
): string {
  switch (problem.kind) {
    case 'not-a-date':
      return `${header}は年月日で入力してください（例：2022-11-21、令和4年11月21日）。`;
    case 'no-such-day':
      return `${header}の日付は暦にありません。月と日を確認してください。`;
    case 'year-out-of-range':
      return `${header}は西暦${problem.first}年から${problem.last}年までの日付を入力してください。`;
    case 'wrong-era':
      return `${header}の元号と年が合いません。その日は${problem.rightEra}です。`;
    case 'wrong-weekday':
      return `${header}の日付と曜日が合いません。その日は${problem.rightWeekday}曜日です。`;
    case 'not-a-time':
      return `${header}は0:00から23:59までの時刻で入力してください（例：13:30）。`;
    case 'range-reversed':
      return `${header}の終わりの日が始まりの日より前です。早い日を先に入力してください。`;
  }
}

function typed(value: string): string {
  return `入力された値：${quoted(value)}`;
}

/** A value as it can stand in a sentence: one short line that cannot turn the direction of the text around it. */
function quoted(value: string): string {
  const shown = value
    .toWellFormed()
    .replaceAll(/[\n\r\t\u2028\u2029]+/g, ' ')
    .replaceAll(/[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
    .trim();
  return `「${clipGraphemes(shown, SHOWN_CHARACTERS)}」`;
}

function choicesText(choices: readonly string[]): string {
  return choices.map((choice) => `「${choice}」`).join('');
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** What a person calls one record of a kind. */
export const recordNames: Readonly<Record<RecordName, string>> = {
  organization: '派遣先',
  instructor: 'マイスター等',
  request: '派遣要請',
  visit: '派遣',
  'plan-item': '計画の項目',
  certification: '認定申請',
  'scouting-visit': '開拓の訪問',
  'scouting-lead': '見込み先',
  'scouting-territory': '担当区域',
  survey: 'アンケートの回答',
  consultation: '相談',
};

/** Why a record was not saved, for the refusals that no single field shows. */
export function refusalText(name: RecordName, refusal: Exclude<RecordRefusal, { kind: 'fields' }>): string {
  const noun = recordNames[name];
  switch (refusal.kind) {
    case 'number-taken':
      return `番号「${refusal.number}」の${noun}はすでに登録されています。別の番号にするか、登録済みのものを編集してください。`;
    case 'number-of-deleted':
      return `番号「${refusal.number}」は削除した${noun}の番号です。履歴が混ざらないよう、別の番号にしてください。`;
    case 'closed':
      return `この${noun}は「${refusal.state}」のため変更できません。前の段階に戻すと変更できます。`;
    case 'in-use':
      return `この${noun}は${refusal.by}${refusal.count}件から使われているため削除できません。先にそれらを別の${noun}に変えるか、削除してください。`;
  }
}
