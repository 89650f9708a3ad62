import { choice } from '#record/domain/choice-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { multiline, text } from '#record/domain/text-codecs.ts';

/** 打合せの方法. */
export const meetingMeans = [
  { code: 'in-person', label: '対面' },
  { code: 'online', label: 'オンライン' },
  { code: 'phone', label: '電話' },
] as const;

/** What is kept of the meeting of instructor, host and corner before the first visit (domain.md §4.3 PRE_MEETING). */
export const meetingFields = [
  { key: 'heldOn', header: '打合せの日', required: true, codec: date(), hint: '例：2022/11/30、R4.11.30' },
  { key: 'means', header: '方法', required: true, codec: choice(meetingMeans) },
  { key: 'place', header: '場所', required: false, codec: text(), hint: '対面のときに書きます。例：本社 会議室' },
  {
    key: 'present',
    header: '出席者',
    required: true,
    codec: multiline({ limit: 500 }),
    hint: '派遣先・マイスター等・コーナーの人。1行に1人',
    personal: true,
  },
  { key: 'agreed', header: '決めたこと', required: true, codec: multiline({ limit: 2000 }) },
  {
    key: 'hostPrepares',
    header: '派遣先が用意するもの',
    required: false,
    codec: multiline({ limit: 1000 }),
    hint: '例：普通旋盤2台、保護めがね',
  },
] as const satisfies readonly AnyField[];

/** 事前打合せ. */
export type PreMeetingInput = InputOf<typeof meetingFields>;

export type PreMeeting = PreMeetingInput & {
  readonly id: string;
  readonly version: number;
  readonly recordedBy: string;
};
