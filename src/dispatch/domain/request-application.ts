import { choice } from '#record/domain/choice-codecs.ts';
import { email, phone } from '#record/domain/contact-codecs.ts';
import { date, time } from '#record/domain/date-codecs.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { weekdays } from '#record/domain/list-codecs.ts';
import { integer, yen } from '#record/domain/number-codecs.ts';
import { multiline, name, text } from '#record/domain/text-codecs.ts';

/** 受付の方法. How a request reached the desk. */
const requestChannels = [
  { code: 'web', label: '申込みフォーム' },
  { code: 'phone', label: '電話' },
  { code: 'fax', label: 'FAX' },
  { code: 'mail', label: 'メール' },
  { code: 'post', label: '郵送' },
  { code: 'counter', label: '窓口' },
  { code: 'visit', label: '訪問' },
] as const;

/** 指導の目的 (domain.md §3 DispatchRequest). */
export const requestPurposes = [
  { code: 'skills-test', label: '技能検定' },
  { code: 'contest', label: '技能競技大会' },
  { code: 'succession', label: '技能の継承' },
  { code: 'other', label: 'その他' },
] as const;

export const equipmentStates = [
  { code: 'available', label: 'ある' },
  { code: 'partly', label: '一部ある' },
  { code: 'missing', label: 'ない' },
] as const;

export const subsidyAnswers = [
  { code: 'none', label: '受けない' },
  { code: 'used', label: '受ける' },
] as const;

export const pastUses = [
  { code: 'never', label: 'はじめて' },
  { code: 'this-year', label: '今年度に使った' },
  { code: 'last-year', label: '前の年度に使った' },
  { code: 'earlier', label: 'それより前に使った' },
] as const;

const age = integer({ max: 99 });

/** The most instructors that one session asks for at once; no source gives a figure, it is the desk's own. */
const LARGEST_TEAM = 5;

/** What 派遣依頼書, 実技指導計画書 and 受講者名簿 say beyond the columns of contract.md §3; every one may be left empty. */
export const applicationFields = [
  { key: 'channel', header: '受付の方法', required: false, codec: choice(requestChannels) },
  { key: 'contactName', header: '担当者', required: false, codec: name(), personal: true },
  { key: 'contactPhone', header: '担当者の電話', required: false, codec: phone(), personal: true },
  { key: 'contactEmail', header: '担当者のメール', required: false, codec: email(), personal: true },
  { key: 'purpose', header: '指導の目的', required: false, codec: choice(requestPurposes) },
  {
    key: 'level',
    header: '目標の水準',
    required: false,
    codec: text(),
    hint: '例：技能検定2級の課題を時間内に仕上げる',
  },
  { key: 'place', header: '実施場所', required: false, codec: text(), hint: '例：本社工場、実習棟2階' },
  { key: 'equipment', header: '指導に使う設備', required: false, codec: choice(equipmentStates) },
  { key: 'equipmentNote', header: '設備の説明', required: false, codec: text(), hint: '例：普通旋盤4台' },
  {
    key: 'materialsYen',
    header: '材料費の見込み',
    required: false,
    codec: yen(),
    unit: '円',
    hint: '全回の合計（税抜）',
  },
  { key: 'youngestAge', header: '受講者の年齢（最年少）', required: false, codec: age, unit: '歳' },
  { key: 'oldestAge', header: '受講者の年齢（最年長）', required: false, codec: age, unit: '歳' },
  {
    key: 'ageReason',
    header: '年齢の例外の理由',
    required: false,
    codec: multiline({ limit: 500 }),
    hint: '基準の年齢から外れる受講者がいるときに書きます',
  },
  { key: 'otherSubsidy', header: '同じ訓練へのほかの補助', required: false, codec: choice(subsidyAnswers) },
  { key: 'otherSubsidyName', header: '補助の名称', required: false, codec: text() },
  { key: 'pastUse', header: 'これまでの利用', required: false, codec: choice(pastUses) },
  { key: 'planReceivedOn', header: '計画書の受付日', required: false, codec: date() },
  { key: 'rosterReceivedOn', header: '名簿の受付日', required: false, codec: date() },
  {
    key: 'wishedWeekdays',
    header: '希望の曜日',
    required: false,
    codec: weekdays(),
    hint: '期間で書いた候補日のうち、都合のよい曜日。選ばないときは平日のどの日でもかまいません',
  },
  { key: 'wishedStart', header: '希望の開始時刻', required: false, codec: time(), hint: '例：13:30' },
  {
    key: 'teamSize',
    header: '1回の指導者数',
    required: false,
    codec: integer({ min: 1, max: LARGEST_TEAM }),
    unit: '人',
    hint: '1回に同時に必要な人数。空欄は1人です',
  },
] as const satisfies readonly AnyField[];

/** 派遣依頼書・実技指導計画書・受講者名簿の記載. What a host tells of the training it asks for. */
export type RequestApplication = InputOf<typeof applicationFields>;

/** How many instructors a session needs at once: one, where nobody said more. */
export function teamOf({ teamSize }: Pick<RequestApplication, 'teamSize'>): number {
  return teamSize ?? 1;
}

/** Nothing told yet. */
export const emptyApplication = Object.fromEntries(
  applicationFields.map(({ key }) => [key, null]),
) as unknown as RequestApplication;
