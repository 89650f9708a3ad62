import { choice } from '#record/domain/choice-codecs.ts';
import { businessNumber, namedMunicipality } from '#record/domain/code-codecs.ts';
import { date, dateWindows } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { decimal, integer } from '#record/domain/number-codecs.ts';
import { multiline } from '#record/domain/text-codecs.ts';
import { programs } from './program.ts';
import { converted, recordNumber, tradeCode } from './reference-codecs.ts';

const MINUTES_AN_HOUR = 60;

/** Hours such as 2 or 1.5 outside, whole minutes inside; written so that the same minutes are read back. */
const hoursAsMinutes = converted(decimal({ min: 0.25, max: 12 }), {
  toInner: (hours) => Math.round(hours * MINUTES_AN_HOUR),
  toOuter: (minutes) => Math.round((minutes / MINUTES_AN_HOUR) * 1e6) / 1e6,
});

const priority = converted(
  choice([
    { code: '1', label: '1' },
    { code: '2', label: '2' },
    { code: '3', label: '3' },
  ]),
  { toInner: Number, toOuter: (value: number) => String(value) as '1' | '2' | '3' },
);

/** The columns of a 派遣要請 in files, forms and API (contract.md §3). */
export const requestFields = [
  { key: 'number', header: '要請番号', required: true, codec: businessNumber() },
  {
    key: 'organizationNumber',
    header: '派遣先番号',
    required: true,
    codec: recordNumber(),
    hint: '番号か名称の一部から選べます',
  },
  { key: 'program', header: '事業区分', required: true, codec: choice(programs) },
  { key: 'tradeCode', header: '職種', required: true, codec: tradeCode(), hint: '例：機械加工、建築大工' },
  { key: 'content', header: '内容', required: false, codec: multiline({ limit: 2000 }) },
  { key: 'wishedSessions', header: '希望回数', required: true, codec: integer({ min: 1, max: 100 }), unit: '回' },
  {
    key: 'sessionMinutes',
    header: '1回の時間',
    required: false,
    codec: hoursAsMinutes,
    unit: '時間',
    hint: '例：2、1.5',
  },
  {
    key: 'expectedTrainees',
    header: '受講予定者数',
    required: true,
    codec: integer({ min: 0, max: 99_999 }),
    unit: '人',
  },
  {
    key: 'candidateDates',
    header: '候補日',
    required: true,
    codec: dateWindows(),
    hint: '「;」で区切るか、2023-06-01〜2023-07-31のように期間で入力します',
  },
  {
    key: 'placeMunicipalityCode',
    header: '実施場所の市区町村コード',
    required: false,
    codec: namedMunicipality(),
    hint: '派遣先の所在地と違うときだけ入力します。6桁。例：352039（山口市）',
  },
  { key: 'priority', header: '優先度', required: false, codec: priority, hint: '1が高く、3が低い' },
  { key: 'receivedOn', header: '受付日', required: true, codec: date() },
] as const satisfies readonly AnyField[];
