import {
  letterRows,
  letterText,
  type LetterLoop,
  type LetterPlaceholder,
  type LetterValues,
} from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { factTable, paragraph } from '#letter/official-letter.ts';
import { recordLetterTitles, senderPlaceholders } from '#letter/text.ts';
import { textCell, type Block, type DocumentModel } from '#platform/document-rendering/document-model.ts';

type Told = { readonly key: string; readonly name: string; readonly sample: string };

/** What a host tells of itself and of the training, by the fields of the request and of the public form. */
export const toldByHost: readonly Told[] = [
  { key: 'name', name: '団体の名称', sample: '株式会社架空精機' },
  { key: 'kind', name: '団体の区分', sample: '中小企業' },
  { key: 'corporateNumber', name: '法人番号', sample: '1234567890123' },
  { key: 'postalCode', name: '郵便番号', sample: '753-0000' },
  { key: 'address', name: '住所', sample: '山口県山口市○○町1-1' },
  { key: 'industryCode', name: '業種', sample: 'E 製造業' },
  { key: 'capitalYen', name: '資本金', sample: '10,000,000円' },
  { key: 'employees', name: '従業員数', sample: '24人' },
  { key: 'contactName', name: '担当者', sample: '架空 花子' },
  { key: 'contactPhone', name: '担当者の電話', sample: '083-000-0101' },
  { key: 'contactEmail', name: '担当者のメール', sample: 'soumu@example.co.jp' },
  { key: 'program', name: '事業区分', sample: '実技指導' },
  { key: 'tradeCode', name: '職種', sample: '機械加工' },
  { key: 'content', name: '指導の内容', sample: '普通旋盤の段取りと、技能検定2級の課題' },
  { key: 'purpose', name: '指導の目的', sample: '技能検定' },
  { key: 'level', name: '目標の水準', sample: '技能検定2級の課題を時間内に仕上げる' },
  { key: 'wishedSessions', name: '希望する回数', sample: '4回' },
  { key: 'sessionMinutes', name: '1回の時間', sample: '3時間' },
  { key: 'candidateDates', name: '希望する日', sample: '2023-01-16〜2023-03-10' },
  { key: 'wishedWeekdays', name: '希望の曜日', sample: '火;木' },
  { key: 'wishedStart', name: '希望の開始時刻', sample: '13:30' },
  { key: 'teamSize', name: '1回の指導者数', sample: '2人' },
  { key: 'place', name: '実施場所', sample: '本社工場' },
  { key: 'expectedTrainees', name: '受講予定者数', sample: '5人' },
  { key: 'youngestAge', name: '最年少', sample: '19歳' },
  { key: 'oldestAge', name: '最年長', sample: '31歳' },
  { key: 'ageReason', name: '年齢の例外の理由', sample: '技能の継承のため' },
  { key: 'equipment', name: '指導に使う設備', sample: 'ある' },
  { key: 'equipmentNote', name: '設備の説明', sample: '普通旋盤4台' },
  { key: 'materialsYen', name: '材料費の見込み', sample: '30,000円' },
  { key: 'otherSubsidy', name: 'ほかの補助', sample: '受けない' },
  { key: 'otherSubsidyName', name: '補助の名称', sample: '○○助成金' },
  { key: 'pastUse', name: 'これまでの利用', sample: 'はじめて' },
];

const BLANK = '書かれていないときは空';
const placeholders: readonly LetterPlaceholder[] = [
  { name: '受付番号', meaning: '要請か申込みの番号。記入用のときは空', sample: 'R2022-0001' },
  { name: '受付日', meaning: '受け付けた日。記入用のときは空', sample: '令和4年11月30日' },
  ...toldByHost.map(({ name, sample }) => ({ name, meaning: `${name}。${BLANK}`, sample })),
  ...Object.values(senderPlaceholders),
];

/** The days of 実技指導計画書. */
export const planLoop: LetterLoop = {
  name: '日程',
  meaning: '指導の1回ごと',
  placeholders: [
    { name: '回', meaning: '1から順の回', sample: '1' },
    { name: '日付', meaning: '指導する日。決まっていないときは空', sample: '令和5年1月16日（月）' },
    { name: '時間', meaning: '始まりと終わりの時刻。決まっていないときは空', sample: '13:30〜16:30' },
    { name: '内容', meaning: `指導の内容。${BLANK}`, sample: '段取り' },
    { name: '課題', meaning: `使う課題。${BLANK}`, sample: '2級の課題' },
    { name: '材料', meaning: `使う材料。${BLANK}`, sample: '丸棒10本' },
  ],
};

/** So that the whole paper is one sheet. */
const onApplication = [
  ['団体の名称'],
  ['団体の区分'],
  ['法人番号'],
  ['住所', '郵便番号', '住所'],
  ['業種'],
  ['資本金・従業員数', '資本金', '従業員数'],
  ['担当者'],
  ['電話・メール', '担当者の電話', '担当者のメール'],
  ['事業区分'],
  ['職種'],
  ['指導の内容'],
  ['指導の目的'],
  ['目標の水準'],
  ['回数・時間・人数', '希望する回数', '1回の時間', '1回の指導者数'],
  ['希望する日時', '希望する日', '希望の曜日', '希望の開始時刻'],
  ['実施場所'],
  ['受講予定者数'],
  ['最年少・最年長', '最年少', '最年長'],
  ['年齢の例外の理由'],
  ['指導に使う設備', '指導に使う設備', '設備の説明'],
  ['材料費の見込み'],
  ['ほかの補助', 'ほかの補助', '補助の名称'],
  ['これまでの利用'],
] as const;

const onPlan = [
  ['団体の名称'],
  ['担当者'],
  ['職種'],
  ['指導の目的'],
  ['目標の水準'],
  ['指導の内容'],
  ['実施場所'],
  ['受講予定者数'],
  ['1回の時間・人数', '1回の時間', '1回の指導者数'],
  ['希望する日時', '希望する日', '希望の曜日', '希望の開始時刻'],
  ['指導に使う設備', '指導に使う設備', '設備の説明'],
  ['材料費の見込み'],
] as const;

/** 派遣依頼書 as the host sends it (domain.md §5.3, 実指-様式1号): filled from the request, or to be filled in. */
export const applicationPaper: LetterForm = {
  kind: 'dispatch-application',
  title: recordLetterTitles['dispatch-application'],
  numbered: false,
  bound: false,
  loops: [],
  placeholders,
  build: (values) => ({
    ...frame(values, 'dispatch-application'),
    blocks: [
      paragraph('若年技能者人材育成支援等事業によるものづくりマイスター等の派遣を、次のとおり依頼します。'),
      factTable('依頼の内容', linesOf(values, onApplication)),
      paragraph(`受付番号　${letterText(values, '受付番号')}　　受付日　${letterText(values, '受付日')}`, 'end'),
    ],
  }),
};

/** 実技指導計画書 as the host sends it (domain.md §5.3, 別紙1). */
export const trainingPlanPaper: LetterForm = {
  kind: 'training-plan',
  title: recordLetterTitles['training-plan'],
  numbered: false,
  bound: false,
  loops: [planLoop],
  placeholders,
  build: (values) => ({
    ...frame(values, 'training-plan'),
    blocks: [
      paragraph('実技指導を、次のとおり計画しています。'),
      factTable('計画の内容', linesOf(values, onPlan)),
      planTable(values),
      paragraph(`受付番号　${letterText(values, '受付番号')}`, 'end'),
    ],
  }),
};

function frame(values: LetterValues, kind: 'dispatch-application' | 'training-plan'): Omit<DocumentModel, 'blocks'> {
  const text = (name: string) => letterText(values, name);
  return {
    opening: [
      paragraph('令和　　年　　月　　日', 'end'),
      paragraph(`${text('団体名')}\n${text('コーナー名')}　御中`),
      paragraph(`団体の名称　${text('団体の名称')}\n代表者　　　　　　　　　　　　`, 'end'),
    ],
    title: recordLetterTitles[kind],
    byline: [],
    page: { orientation: 'portrait' },
  };
}

/** The lines of a paper: what stands on one line, and how it is written down together. */
function linesOf(
  values: LetterValues,
  lines: readonly (readonly [label: string, ...names: readonly string[]])[],
): readonly [string, string][] {
  const text = (name: string) => letterText(values, name);
  return lines.map(([label, ...names]) => [label, (names.length === 0 ? [label] : names).map(text).join('　')]);
}

function planTable(values: LetterValues): Block {
  const columns = planLoop.placeholders.map(({ name }) => name);
  return {
    kind: 'table',
    caption: planLoop.name,
    captionHidden: true,
    widths: [7, 23, 17, 23, 15, 15],
    header: columns,
    rows: letterRows(values, planLoop.name).map((row) => columns.map((name) => textCell(row[name] ?? ''))),
  };
}
