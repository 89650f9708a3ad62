import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Codec, Problem } from '#record/domain/field.ts';

/** 指導技法等講習. Completed on a day, exempt by the Center's criteria, or not taken yet (domain.md §5.2). */
export type CourseStatus =
  | { readonly status: 'completed'; readonly on: PlainDate }
  | { readonly status: 'exempt' }
  | { readonly status: 'not-taken' };

/** The words of a course status; a completed one is written as its day. */
export const courseStatuses = [
  { code: 'completed', label: '修了' },
  { code: 'exempt', label: '免除' },
  { code: 'not-taken', label: '未受講' },
] as const;

const SPELLINGS = ['修了日（例：2022-06-15）', '免除', '未受講'];

/** One column for three states: a day means that the course was completed on it, otherwise 免除 or 未受講 (contract.md §3). */
export function courseStatus(): Codec<CourseStatus> {
  return { control: 'text', format: formatStatus, parse: readStatus };
}

function formatStatus(course: CourseStatus): string {
  return course.status === 'completed' ? course.on : course.status === 'exempt' ? '免除' : '未受講';
}

function readStatus(typed: string): Result<CourseStatus, Problem> {
  const word = foldNumeric(typed);
  if (word === '免除') return accept({ status: 'exempt' });
  if (word === '未受講') return accept({ status: 'not-taken' });
  if (!/\d/.test(word)) return refuse({ kind: 'not-a-choice', value: typed, choices: SPELLINGS });
  const day = parseJapaneseDate(typed);
  return day.ok ? accept({ status: 'completed', on: day.value }) : refuse({ ...day.refusal, value: typed.trim() });
}
