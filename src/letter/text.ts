import { clipGraphemes } from '#kernel/japanese-text.ts';
import type { NumberingRefusal } from './domain/document-number.ts';
import type { LetterRecord, recordLetterKinds } from './domain/record-letter-kind.ts';
import type { LetterPlaceholder } from './domain/letter-outline.ts';
import type { TemplateRefusal } from './domain/template-refusal.ts';
import type { TemplateProblem } from './domain/template-tags.ts';

/** Words of letters, their templates and their numbers. */
export const letterText = {
  draft: '案',
  notKept: 'この用紙は、発行簿に控えを残しません。印刷するか、Wordで保存して使ってください。',
  starterName: 'ひな形の見本',
  testName: '試し印刷',
  numbering: '文書番号の決め方',
  bound: (number: string, count: number) => (count === 1 ? number : `${number}から${count}通`),
} as const;

/** What the papers of records are called, on their pages and in the register. */
export const recordLetterTitles = {
  'instruction-request': '実技指導の依頼（マイスター等）',
  'dispatch-acceptance': '派遣承諾書',
  'instruction-plan': '講習計画書',
  'dispatch-notice': '派遣決定の通知（派遣先）',
  'claim-form': '講師謝金等請求書',
  'activity-report-form': 'マイスター活動報告書',
  'thanks-to-host': '礼状（派遣先）',
  'thanks-to-instructor': '礼状（マイスター等）',
  commission: '委嘱状',
  'trainee-roster': '受講者名簿',
  'dispatch-application': '派遣依頼書',
  'training-plan': '実技指導計画書',
} as const satisfies Readonly<Record<(typeof recordLetterKinds)[LetterRecord][number], string>>;

/** The placeholders of the sender, which every letter has. */
export const senderPlaceholders = {
  sender: {
    name: '発信者',
    meaning: '団体名とコーナー名（2行）',
    sample: '山口県職業能力開発協会\n山口県地域技能振興コーナー',
  },
  association: { name: '団体名', meaning: 'コーナーを置く団体の名前', sample: '山口県職業能力開発協会' },
  office: { name: 'コーナー名', meaning: 'コーナーの名前', sample: '山口県地域技能振興コーナー' },
  phone: { name: 'コーナーの電話', meaning: 'コーナーの電話番号', sample: '083-000-0000' },
  fax: { name: 'コーナーのFAX', meaning: 'コーナーのFAX番号。ないときは空', sample: '083-000-0001' },
  email: { name: 'コーナーのメール', meaning: 'コーナーのメールアドレス。ないときは空', sample: 'corner@example.jp' },
  contact: {
    name: '連絡先',
    meaning: '担当・電話・FAX・メール（1行に1つ）',
    sample: '担当　山口県地域技能振興コーナー\n電話　083-000-0000\nメール　corner@example.jp',
  },
} as const satisfies Readonly<Record<string, LetterPlaceholder>>;

/** The placeholders of a letter that goes out with a number. */
export const numberedPlaceholders: readonly LetterPlaceholder[] = [
  { name: '文書番号', meaning: '発行すると付く番号。発行する前は「案」', sample: letterText.draft },
  { name: '日付', meaning: '発行する日。発行する前は今日', sample: '令和4年11月30日' },
];

/** The placeholders of a person to whom a letter goes. */
export const personPlaceholders: readonly LetterPlaceholder[] = [
  { name: '氏名', meaning: '宛先の人の氏名', sample: '山口 太郎' },
  { name: '登録番号', meaning: '宛先の人の登録番号', sample: 'M-001' },
  { name: '郵便番号', meaning: '宛先の郵便番号。登録がないときは空', sample: '753-0000' },
  { name: '住所', meaning: '宛先の住所。登録がないときは空', sample: '山口県山口市○○町1-1' },
];

/** The placeholders of a visit. */
export const visitPlaceholders: readonly LetterPlaceholder[] = [
  { name: '派遣番号', meaning: '派遣の番号', sample: 'V4-012' },
  { name: '実施日', meaning: '派遣の日と曜日', sample: '令和4年11月21日（月）' },
  { name: '実施時間', meaning: '始まりと終わりの時刻。記録がないときは空', sample: '13:30〜15:30' },
  { name: '派遣先', meaning: '派遣先の名称', sample: '株式会社架空精機' },
  { name: '職種', meaning: '指導の職種', sample: '機械加工' },
];

const SHOWN = 40;

function quoted(text: string): string {
  return `「${clipGraphemes(text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim(), SHOWN)}」`;
}

const SAVE_AGAIN = 'Wordで開き、「名前を付けて保存」で「Word文書（.docx）」を選んで保存し直してください。';

/** Why a file is not taken as a template: what happened, why, and what to do (FRM-32). One sentence group a problem. */
export function templateRefusalTexts(refusal: TemplateRefusal): readonly string[] {
  return refusal.kind === 'placeholders'
    ? refusal.problems.map(templateProblemText)
    : [`ひな形にできません。${fileRefusalText(refusal)}`];
}

function fileRefusalText(refusal: Exclude<TemplateRefusal, { kind: 'placeholders' }>): string {
  switch (refusal.kind) {
    case 'no-file':
      return 'ファイルが選ばれていないか、中身が空です。Wordのファイル（.docx）を選んでください。';
    case 'too-large':
      return `${(refusal.bytes / 1024 / 1024).toFixed(1)}MBあり、上限の${refusal.limit / 1024 / 1024}MBを超えています。画像を小さくするか減らして、保存し直してください。`;
    case 'not-docx':
      return `${foundNames[refusal.found]}です（名前ではなく中身で判定しています）。${SAVE_AGAIN}`;
    case 'encrypted':
      return 'パスワードで保護されていて読み取れません。Wordで開き、保護を外して保存し直してください。';
    case 'broken':
      return `ファイルが壊れていて、中の${refusal.part === null ? '部品' : quoted(refusal.part)}を読み取れません。${SAVE_AGAIN}`;
    case 'expands-too-far':
      return `広げると${refusal.limit / 1024 / 1024}MBを超えます。画像を小さくするか減らして、保存し直してください。`;
    case 'too-many-parts':
      return `中の部品が${refusal.parts}個あり、上限の${refusal.limit}個を超えています。画像や図を減らして、保存し直してください。`;
    case 'bad-path':
      return `中に、置き場所の正しくない部品${quoted(refusal.part)}があります。Wordが作ったファイルではない可能性があります。${SAVE_AGAIN}`;
    case 'macro':
      return `マクロなどのプログラム（${quoted(refusal.part)}）が入っています。安全のため受け付けません。${SAVE_AGAIN}`;
    case 'embedded':
      return `別のファイル（${quoted(refusal.part)}）が埋め込まれています。安全のため受け付けません。Excelの表やPDFは、画像か普通の表に替えてください。`;
    case 'external':
      return `開いたときに外から読み込むもの（${quoted(refusal.target)}）があります。安全のため受け付けません。画像は「リンク」ではなく「挿入」で入れ、添付のテンプレートは「標準」に戻してください。`;
    case 'remote-field':
      return `開いたときに外から読み込むフィールド（${refusal.field}）があります。安全のため受け付けません。フィールドを消して、文字や画像で入れ直してください。`;
    case 'entities':
      return `中の${quoted(refusal.part)}に、Wordが使わない宣言があります。安全のため受け付けません。${SAVE_AGAIN}`;
    case 'not-fillable':
      return '差し込みの途中に、図や改行が挟まっているため、文字を入れられません。差し込みを打ち直し、1つの行に収めてください。';
  }
}

const foundNames = {
  'old-word': '古い形式のWord（.doc）などのファイル',
  pdf: 'PDF',
  excel: 'Excelのファイル',
  template: 'Wordのテンプレート（.dotx）',
  other: 'Word文書（.docx）でないファイル',
} as const;

/** One thing that is wrong with the placeholders of a template. */
export function templateProblemText(problem: TemplateProblem): string {
  switch (problem.kind) {
    case 'unknown-placeholder':
      return `差し込み{${shown(problem.written)}}は、この文書にありません。${suggest(problem.near)}`;
    case 'unknown-loop':
      return `繰り返し{#${shown(problem.written)}}は、この文書にありません。${suggest(problem.near && `#${problem.near}`)}`;
    case 'outside-loop':
      return `差し込み{${problem.written}}が、繰り返しの外にあります。行ごとに違う内容のため、{#${problem.loop}}と{/${problem.loop}}の間に置いてください。`;
    case 'loop-as-text':
      return `{${problem.loop}}は繰り返しです。1つの文字としては入れられません。{#${problem.loop}}で始め、{/${problem.loop}}で閉じてください。`;
    case 'loop-not-closed':
      return `繰り返し{#${shown(problem.loop)}}が閉じられていません。どこまで繰り返すか分からないため、終わりに{/${shown(problem.loop)}}を入れてください。`;
    case 'loop-not-opened':
      return `{/${shown(problem.loop)}}に対する始まりがありません。繰り返しの初めに{#${shown(problem.loop)}}を入れるか、これを消してください。`;
    case 'brace-not-closed':
      return `${quoted(problem.line)}の{が閉じられていません。差し込みの名前を{と}で囲んでください。差し込みでなければ、全角の｛を使ってください。`;
    case 'brace-not-opened':
      return `${quoted(problem.line)}の}に対する{がありません。差し込みの名前を{と}で囲んでください。差し込みでなければ、全角の｝を使ってください。`;
    case 'wide-braces':
      return `${quoted(problem.written)}のかっこが全角です。全角のかっこは差し込みになりません。半角の{と}に打ち直してください。`;
    case 'in-margin':
      return `差し込み{${shown(problem.written)}}が、ヘッダーかフッターにあります。この文書は全員分を1つのファイルにまとめるため、人ごとに変えられません。本文に移してください。`;
    case 'out-of-place':
      return `差し込み{${shown(problem.written)}}が、脚注やコメントなど、文字を入れられない所にあります。本文に移すか、消してください。`;
    case 'no-number':
      return '差し込み{文書番号}がありません。この文書は番号を付けて発行し、発行する前は「案」と示すためです。番号を入れる所に{文書番号}を入れてください。';
  }
}

function shown(name: string): string {
  return clipGraphemes(name, SHOWN);
}

function suggest(near: string | undefined): string {
  return near === undefined
    ? '名前が一覧にないためです。下の一覧にある名前に直すか、消してください。'
    : `打ち間違いの可能性があります。{${near}}に直してください。`;
}

/** Why the numbers stay as they are. */
export function numberingRefusalText(refusal: NumberingRefusal): string {
  switch (refusal.kind) {
    case 'prefix-missing':
      return '記号が入力されていません。番号の前に付く文字を入力してください。例：山技振';
    case 'prefix-too-long':
      return `記号が長すぎます。${refusal.limit}文字以内で入力してください。`;
    case 'prefix-character':
      return '記号に、空白・「第」・「号」など使えない文字があります。「第」と「号」は自動で付くため、その前の文字だけを入力してください。例：山技振';
    case 'next-not-a-number':
      return `次の番号は、1から${refusal.largest}までの数字で入力してください。`;
    case 'numbers-given':
      return `この年度は、すでに第${refusal.last}号まで発行しています。番号を抜かさないため、次の番号は変えられません。${refusal.last + 1}のままにしてください。`;
  }
}
