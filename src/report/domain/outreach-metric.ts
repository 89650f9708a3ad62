import type { Program } from '#dispatch/domain/program.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { attendees, type Attendee } from '#outreach/domain/attendee.ts';
import { outreachKinds } from '#outreach/domain/outreach-kind.ts';

/** Visits of the school line: S1 4(3)イ 小中学校等（工業高校等は除く）. */
export const schoolOutreach = {
  programs: ['appeal-session', 'hands-on-class'],
  organizationKinds: ['elementary-junior-high'],
} as const;

const placeHosts = new Set<OrganizationKind>(
  outreachKinds.filter(({ line }) => line === 'place').flatMap(({ hosts }) => hosts),
);

/** Visits at places that anybody may come to, fairs among them: S1 4(2)④, S2 2(3)ウ. */
export const placeOutreach: {
  readonly programs: readonly Program[];
  readonly organizationKinds: readonly OrganizationKind[];
} = { programs: ['appeal-session', 'hands-on-class'], organizationKinds: [...placeHosts] };

/** 参加者の内訳. Who came, as far as somebody counted; the others of a visit are `untold`. */
export type AttendeeCount = Attendee | 'untold';
export type AttendeeCounts = Readonly<Record<AttendeeCount, number>>;

/** Every count of a split, in the order of the table. */
export const attendeeCounts = [...attendees, { code: 'untold', label: '内訳の記録なし' }] as const;

/** Lines whose people are told apart in the report; of skilled workers' visits the report has its own table. */
const splitLines = [
  { line: 'school', label: '魅力講座', visits: schoolOutreach },
  { line: 'station', label: 'サポステ', visits: { programs: ['support-station'] as const } },
  { line: 'place', label: '公共施設・民間施設等', visits: placeOutreach },
  { line: 'medalist', label: 'メダリスト魅力講座', visits: { programs: ['medalist-talk'] as const } },
] as const;

export type SplitLine = (typeof splitLines)[number]['line'];

/** One figure for each count of each line: `outreach.school.pupils`. Shown only where somebody counted. */
export const attendeeMetrics = splitLines.flatMap(({ line, label, visits }) =>
  attendeeCounts.map(({ code, label: of }) => ({
    key: `outreach.${line}.${code}` as const,
    quiet: true as const,
    label: `${label}の参加者（${of}）`,
    unit: '人',
    family: line,
    source: { kind: 'attendees' as const, ...visits, attendee: code },
  })),
);
