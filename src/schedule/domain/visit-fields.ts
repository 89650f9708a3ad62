import { programs } from '#dispatch/domain/program.ts';
import { recordNumber, recordNumbers, tradeCode } from '#dispatch/domain/reference-codecs.ts';
import { choice } from '#record/domain/choice-codecs.ts';
import { businessNumber } from '#record/domain/code-codecs.ts';
import { date, time } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import { visitStatuses } from './visit-status.ts';

const MOST_INSTRUCTORS = 20;

/** The columns of a 派遣 in files, forms and API (contract.md §3). */
export const visitFields = [
  { key: 'number', header: '派遣番号', required: true, codec: businessNumber() },
  { key: 'requestNumber', header: '要請番号', required: false, codec: recordNumber(), hint: '要請に基づく派遣のとき' },
  { key: 'program', header: '事業区分', required: true, codec: choice(programs) },
  {
    key: 'organizationNumber',
    header: '派遣先番号',
    required: true,
    codec: recordNumber(),
    hint: '番号か名称の一部から選べます',
  },
  {
    key: 'instructorNumbers',
    header: '登録番号',
    required: true,
    codec: recordNumbers({ limit: MOST_INSTRUCTORS }),
    hint: 'マイスター等の登録番号。2人以上は「;」で区切ります',
  },
  { key: 'tradeCode', header: '職種', required: true, codec: tradeCode(), hint: '例：機械加工、建築大工' },
  { key: 'visitOn', header: '実施日', required: true, codec: date() },
  { key: 'startsAt', header: '開始', required: false, codec: time(), hint: '例：13:30' },
  { key: 'endsAt', header: '終了', required: false, codec: time(), hint: '例：15:30' },
  {
    key: 'trainees',
    header: '受講者数',
    required: true,
    codec: integer({ min: 0, max: 99_999 }),
    unit: '人',
    hint: '予定のときは見込みの人数',
  },
  { key: 'status', header: '状態', required: true, codec: choice(visitStatuses) },
  {
    key: 'cancelReason',
    header: '中止理由',
    required: false,
    codec: text({ limit: 200 }),
    hint: '状態が「中止」のときに入力します',
  },
] as const satisfies readonly AnyField[];
