import type { OutreachKind } from './outreach-kind.ts';

/**
 * 参加者の区分. Who came to 魅力発信, counted apart (S1 4(3)イ: 児童・生徒・教師・保護者). Nobody writes their sum: it is the number of
 * people of the visit, and the machine adds it up.
 */
export const attendees = [
  { code: 'pupils', label: '児童・生徒' },
  { code: 'teachers', label: '教師' },
  { code: 'parents', label: '保護者' },
  { code: 'youths', label: '若者（サポステ）' },
  { code: 'others', label: 'その他' },
] as const;

export type Attendee = (typeof attendees)[number]['code'];

/** 参加者の内訳. People of each 区分; null where it was not counted. */
export type AttendeeSplit = Readonly<Record<Attendee, number | null>>;

/** The 区分 that are asked for at an event of a kind. */
export function attendeesOf(kind: OutreachKind): readonly Attendee[] {
  switch (kind) {
    case 'school-lecture':
    case 'medalist-talk':
    case 'public-place':
    case 'private-place':
    case 'fair':
      return ['pupils', 'teachers', 'parents', 'others'];
    case 'station':
      return ['youths', 'others'];
    case 'skilled-visit':
      return ['pupils', 'teachers', 'others'];
  }
}

/** Nobody counted anybody. */
export const noSplit: AttendeeSplit = { pupils: null, teachers: null, parents: null, youths: null, others: null };

/** The people of a split; `undefined` where nobody was counted, which is not 0. */
export function sumAttendees(split: AttendeeSplit): number | undefined {
  const counted = attendees.flatMap(({ code }) => split[code] ?? []);
  return counted.length === 0 ? undefined : counted.reduce((sum, people) => sum + people, 0);
}

/**
 * What a split is worth beside the number of its visit, which alone is counted: `agrees`, or `missing`, or `differs` where
 * somebody changed the visit since. Only one that agrees is reported.
 */
export type SplitState = 'agrees' | 'missing' | 'differs';

/** Compares a split with the people of its visit. */
export function splitState(split: AttendeeSplit, trainees: number): SplitState {
  const sum = sumAttendees(split);
  if (sum === undefined) return 'missing';
  return sum === trainees ? 'agrees' : 'differs';
}
