import { choice } from '#record/domain/choice-codecs.ts';
import { date, time } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import { visitReasons } from './visit-event.ts';

/** What 「実施を記録する」 asks for: the columns of a visit that change. */
export const holdingFields = [
  { key: 'visitOn', header: '実施日', required: true, codec: date() },
  { key: 'trainees', header: '受講者数', required: true, codec: integer({ min: 0, max: 99_999 }), unit: '人' },
] as const satisfies readonly AnyField[];

/** What 「中止にする」 asks for. */
export const cancellationFields = [
  { key: 'cancelCode', header: '中止の区分', required: true, codec: choice(visitReasons) },
  { key: 'cancelReason', header: '中止理由', required: true, codec: text({ limit: 200 }) },
] as const satisfies readonly AnyField[];

/** What 「日時を変更する」 asks for. */
export const moveFields = [
  { key: 'movedOn', header: '新しい実施日', required: true, codec: date() },
  { key: 'startsAt', header: '開始', required: false, codec: time() },
  { key: 'endsAt', header: '終了', required: false, codec: time() },
  { key: 'moveCode', header: '変更の区分', required: true, codec: choice(visitReasons) },
  { key: 'moveReason', header: '変更の理由', required: true, codec: text({ limit: 200 }) },
] as const satisfies readonly AnyField[];
