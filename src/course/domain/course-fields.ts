import { accept, refuse } from '#kernel/result.ts';
import { choice, choices } from '#record/domain/choice-codecs.ts';
import { dateList, time } from '#record/domain/date-codecs.ts';
import type { AnyField, Codec } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { multiline, name, text } from '#record/domain/text-codecs.ts';
import { courseContents, courseKinds, courseModes, courseTerms } from './course-kind.ts';

const MOST_DAYS = 10;
const URL_EXAMPLE = 'https://example.jp/meeting';

/** A web address that people open from a page or paper: http or https, nothing else. */
export function webAddress(): Codec<string> {
  const line = text({ limit: 500 });
  return {
    ...line,
    parse(typed) {
      const read = line.parse(typed);
      if (!read.ok) return read;
      return /^https?:\/\/[^\s/$.?#][^\s]*$/iu.test(read.value)
        ? accept(read.value)
        : refuse({ kind: 'wrong-form', value: typed, example: URL_EXAMPLE });
    },
  };
}

/** What a person enters of a 講習 (domain.md §3 TrainingCourse). */
export const courseFields = [
  { key: 'kind', header: '種類', required: true, codec: choice(courseKinds) },
  { key: 'term', header: '期', required: false, codec: choice(courseTerms) },
  {
    key: 'days',
    header: '開催日',
    required: true,
    codec: dateList({ limit: MOST_DAYS }),
    hint: '2日以上のときは「;」で区切ります。例：2023-02-14;2023-02-15',
  },
  { key: 'startsAt', header: '開始', required: false, codec: time(), hint: '例：13:30' },
  { key: 'endsAt', header: '終了', required: false, codec: time(), hint: '例：16:30' },
  { key: 'mode', header: '開催方法', required: true, codec: choice(courseModes) },
  { key: 'place', header: '会場', required: false, codec: text(), hint: '対面のときに入力します' },
  { key: 'url', header: '参加用のURL', required: false, codec: webAddress(), hint: 'オンラインのときに入力します' },
  { key: 'contents', header: '内容', required: true, codec: choices(courseContents) },
  { key: 'capacity', header: '定員', required: false, codec: integer({ min: 1, max: 9999 }), unit: '人' },
  { key: 'lecturer', header: '講師', required: false, codec: name() },
  {
    key: 'material',
    header: '教材',
    required: false,
    codec: text(),
    hint: 'センターの教材の名称と版。例：指導技法等講習テキスト 令和4年度版',
  },
  { key: 'note', header: '備考', required: false, codec: multiline({ limit: 1000 }) },
] as const satisfies readonly AnyField[];
