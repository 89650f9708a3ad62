import { date } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';

/** What 「実施を記録する」 asks for: the columns of a visit that change. */
export const holdingFields = [
  { key: 'visitOn', header: '実施日', required: true, codec: date() },
  { key: 'trainees', header: '受講者数', required: true, codec: integer({ min: 0, max: 99_999 }), unit: '人' },
] as const satisfies readonly AnyField[];

/** What 「中止にする」 asks for. */
export const cancellationFields = [
  { key: 'cancelReason', header: '中止理由', required: true, codec: text({ limit: 200 }) },
] as const satisfies readonly AnyField[];
