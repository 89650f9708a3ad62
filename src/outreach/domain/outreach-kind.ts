import type { Program } from '#dispatch/domain/program.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import type { OutreachLine } from './outreach-line.ts';

const anybody = [
  'sme',
  'trade-body',
  'technical-school',
  'public-place',
  'elementary-junior-high',
  'support-station',
  'large-enterprise',
  'other',
] as const satisfies readonly OrganizationKind[];

/** Hosts of a place that anybody may come to: 公民館・集会所等, ショッピングモール等 (S1 4(2)④, S2 2(3)ウ). */
const privateHosts = ['sme', 'trade-body', 'large-enterprise', 'other'] as const satisfies readonly OrganizationKind[];

type Definition = {
  readonly code: string;
  readonly label: string;
  /** What the visit of such an event is counted under; the first one is that of a new event. */
  readonly programs: readonly [Program, ...Program[]];
  readonly hosts: readonly OrganizationKind[];
  /** Whose 要請 the event answers; a line of the plan. */
  readonly line: OutreachLine;
};

/**
 * 魅力発信の種類 (domain.md §5.4, §7: Y4-11…13, Y5-19, Y5-20, Y5-22, A7-07…09). A kind only says more about a visit than its
 * 事業区分 does: what is counted is the visit, so a kind never moves it to another line of the report.
 */
export const outreachKinds = [
  {
    code: 'school-lecture',
    label: '小中学校の魅力講座',
    programs: ['appeal-session', 'hands-on-class'],
    hosts: ['elementary-junior-high'],
    line: 'school',
  },
  { code: 'station', label: 'サポステ', programs: ['support-station'], hosts: anybody, line: 'station' },
  {
    code: 'public-place',
    label: '公民館・集会所等',
    programs: ['hands-on-class', 'appeal-session'],
    hosts: ['public-place'],
    line: 'place',
  },
  {
    code: 'private-place',
    label: '民間施設等',
    programs: ['hands-on-class', 'appeal-session'],
    hosts: privateHosts,
    line: 'place',
  },
  {
    code: 'fair',
    label: 'ものづくりフェア',
    programs: ['hands-on-class'],
    hosts: ['public-place', ...privateHosts],
    line: 'place',
  },
  { code: 'medalist-talk', label: 'メダリスト講座', programs: ['medalist-talk'], hosts: anybody, line: 'medalist' },
  {
    code: 'skilled-visit',
    label: '熟練技能者の派遣',
    programs: ['skilled-worker-dispatch'],
    hosts: anybody,
    line: 'skilled',
  },
] as const satisfies readonly Definition[];

export type OutreachKind = (typeof outreachKinds)[number]['code'];

/** The rules of a kind. */
export function outreachKindOf(kind: OutreachKind): Definition {
  const found = outreachKinds.find(({ code }) => code === kind);
  if (!found) throw new Error(`no kind of outreach ${kind}`);
  return found;
}

/** The word of a kind; a visit that is of none says so. */
export function outreachKindLabel(kind: OutreachKind | undefined): string {
  return outreachKinds.find(({ code }) => code === kind)?.label ?? '種類なし';
}

/** The 事業区分 whose visits are 魅力発信; all but 実技指導. */
export const outreachPrograms = [
  'appeal-session',
  'hands-on-class',
  'support-station',
  'medalist-talk',
  'skilled-worker-dispatch',
] as const satisfies readonly Program[];

/** Whether visits of a 事業区分 are 魅力発信. */
export function isOutreach(program: string): boolean {
  return outreachPrograms.some((outreach) => outreach === program);
}

/** A visit as its kind is read off it. */
export type OutreachVisit = {
  readonly program: Program;
  readonly hostKind: OrganizationKind;
  /** What a person said the event is; null where nobody did. */
  readonly told: OutreachKind | null;
};

/**
 * The kind of a visit: what a person told while it fits the 事業区分 and the host, which others may change, and otherwise
 * what both say. `undefined` for a session that the report counts nowhere, such as a 魅力講座 at a technical school.
 */
export function outreachKindOfVisit({ program, hostKind, told }: OutreachVisit): OutreachKind | undefined {
  const fits = ({ programs, hosts }: Definition) => programs.includes(program) && hosts.includes(hostKind);
  if (told !== null && fits(outreachKindOf(told))) return told;
  return outreachKinds.find(fits)?.code;
}
