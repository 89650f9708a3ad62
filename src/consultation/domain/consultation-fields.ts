import { recordNumber, tradeCode } from '#dispatch/domain/reference-codecs.ts';
import { choice, choices } from '#record/domain/choice-codecs.ts';
import { businessNumber } from '#record/domain/code-codecs.ts';
import { email, phone } from '#record/domain/contact-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { multiline, name, text } from '#record/domain/text-codecs.ts';

/** 受付の方法. How somebody reached the desk; each word is also one of a request. */
export const consultationChannels = [
  { code: 'phone', label: '電話' },
  { code: 'mail', label: 'メール' },
  { code: 'visit', label: '訪問' },
  { code: 'fax', label: 'FAX' },
  { code: 'counter', label: '窓口' },
] as const;

/** 相談者の区分. Who asks. */
export const clientKinds = [
  { code: 'person', label: '個人' },
  { code: 'company', label: '企業' },
  { code: 'association', label: '団体' },
  { code: 'school', label: '学校' },
] as const;

/** 相談の内容の区分 (domain.md §3 Consultation). */
export const consultationTopics = [
  { code: 'training', label: '訓練の進め方' },
  { code: 'facility', label: '施設と設備' },
  { code: 'instruction', label: '実技指導' },
  { code: 'dispatch', label: '派遣' },
  { code: 'other', label: 'その他' },
] as const;

/** The columns of a 相談. */
export const consultationFields = [
  { key: 'number', header: '相談番号', required: true, codec: businessNumber() },
  { key: 'receivedOn', header: '受付日', required: true, codec: date() },
  { key: 'channel', header: '受付の方法', required: true, codec: choice(consultationChannels) },
  { key: 'clientKind', header: '相談者の区分', required: true, codec: choice(clientKinds) },
  {
    key: 'clientName',
    header: '相談者',
    required: true,
    codec: name({ limit: 100 }),
    hint: '企業・団体・学校の名称。個人は氏名',
    personal: true,
  },
  { key: 'contactName', header: '担当者', required: false, codec: name({ limit: 60 }), personal: true },
  { key: 'phone', header: '電話', required: false, codec: phone(), personal: true },
  { key: 'email', header: 'メール', required: false, codec: email(), personal: true },
  {
    key: 'organizationNumber',
    header: '派遣先番号',
    required: false,
    codec: recordNumber(),
    hint: '派遣先の名簿にあるとき。番号か名称の一部から選べます',
  },
  { key: 'topics', header: '相談の区分', required: true, codec: choices(consultationTopics) },
  { key: 'tradeCode', header: '職種', required: false, codec: tradeCode(), hint: '決まっているとき。例：機械加工' },
  { key: 'detail', header: '相談の内容', required: true, codec: multiline({ limit: 2000 }) },
  { key: 'advice', header: '助言したこと', required: false, codec: multiline({ limit: 2000 }) },
  {
    key: 'referredFrom',
    header: '紹介元',
    required: false,
    codec: text({ limit: 100 }),
    hint: 'よそから紹介されたとき。例：産業振興財団',
  },
  {
    key: 'referredTo',
    header: '取次ぎ先',
    required: false,
    codec: text({ limit: 100 }),
    hint: 'よそへ取り次いだとき。例：職業能力開発促進センター',
  },
  {
    key: 'followUpOn',
    header: '次に連絡する日',
    required: false,
    codec: date(),
    hint: 'この日から「今日の仕事」に出ます。例：2022/12/05、R4.12.5',
  },
  {
    key: 'outcome',
    header: '結果',
    required: false,
    codec: multiline({ limit: 1000 }),
    hint: '書くと「今日の仕事」から消えます',
  },
  { key: 'takenBy', header: '受けた人', required: true, codec: name({ limit: 60 }) },
] as const satisfies readonly AnyField[];
