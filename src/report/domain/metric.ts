import type { Program } from '#dispatch/domain/program.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { kindsOfLine } from '#schedule/domain/report-line.ts';
import type { OutcomeKey } from '#survey/domain/outcome.ts';
import { attendeeMetrics, placeOutreach, schoolOutreach, type AttendeeCount } from './outreach-metric.ts';

/** Metrics that are shown together, at the plan item that first carries one of them. */
export type MetricFamily =
  | 'dispatch'
  | 'skilled'
  | 'medalist'
  | 'school'
  | 'station'
  | 'place'
  | 'certification'
  | 'course'
  | 'council'
  | 'output'
  | 'outcome';

/**
 * What a metric is counted from. `visits`: a visit is one 回 whatever the number of its instructors; `trainees` (人) and
 * `person-days` (人日) are both the sum of the people of each visit; `places` counts a host once.
 * `no-records`: this version keeps no records of it, so its figures are absent, never 0.
 */
export type MetricSource =
  | {
      readonly kind: 'visits';
      readonly programs: readonly Program[];
      /** Hosts that count; absent means every kind. */
      readonly organizationKinds?: readonly OrganizationKind[];
      readonly counts: 'visits' | 'trainees' | 'person-days' | 'places';
    }
  /** People told apart at visits of 魅力発信, from splits that agree with the number of their visit. */
  | {
      readonly kind: 'attendees';
      readonly programs: readonly Program[];
      readonly organizationKinds?: readonly OrganizationKind[];
      readonly attendee: AttendeeCount;
    }
  | { readonly kind: 'certified-meisters' }
  | { readonly kind: 'course-days' }
  /** The share of questionnaires that agree, in percent; nothing is scheduled of it. */
  | { readonly kind: 'answers'; readonly outcome: OutcomeKey }
  | { readonly kind: 'no-records' };

type Definition = {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly family: MetricFamily;
  readonly source: MetricSource;
  /** Shown beside its family only where the plan names it or there is something to show. */
  readonly quiet?: true;
};

/** 中小企業 and 業界団体 report together; 工業高校等 is the school line (contract.md §4). */
export const smeLine = kindsOfLine('sme');
export const schoolLine = kindsOfLine('school');
const otherHosts = [
  'public-place',
  'elementary-junior-high',
  'support-station',
  'large-enterprise',
  'other',
] as const satisfies readonly OrganizationKind[];

const practical = ['practical-instruction'] as const;
const skilled = ['skilled-worker-dispatch'] as const;

/** Every figure of the status report, in its order (contract.md §4). The `*.other` lines close the sum of the totals. */
export const metrics = [
  {
    key: 'visits.sme',
    label: '派遣回数（中小企業）',
    unit: '回',
    family: 'dispatch',
    source: { kind: 'visits', programs: practical, organizationKinds: smeLine, counts: 'visits' },
  },
  {
    key: 'visits.school',
    label: '派遣回数（工業高校等）',
    unit: '回',
    family: 'dispatch',
    source: { kind: 'visits', programs: practical, organizationKinds: schoolLine, counts: 'visits' },
  },
  {
    key: 'visits.other',
    quiet: true,
    label: '派遣回数（その他）',
    unit: '回',
    family: 'dispatch',
    source: { kind: 'visits', programs: practical, organizationKinds: otherHosts, counts: 'visits' },
  },
  {
    key: 'visits.total',
    label: '派遣回数',
    unit: '回',
    family: 'dispatch',
    source: { kind: 'visits', programs: practical, counts: 'visits' },
  },
  {
    key: 'trainees.sme',
    label: '受講者数（中小企業）',
    unit: '人',
    family: 'dispatch',
    source: { kind: 'visits', programs: practical, organizationKinds: smeLine, counts: 'trainees' },
  },
  {
    key: 'trainees.school',
    label: '受講者数（工業高校等）',
    unit: '人',
    family: 'dispatch',
    source: { kind: 'visits', programs: practical, organizationKinds: schoolLine, counts: 'trainees' },
  },
  {
    key: 'trainees.other',
    quiet: true,
    label: '受講者数（その他）',
    unit: '人',
    family: 'dispatch',
    source: { kind: 'visits', programs: practical, organizationKinds: otherHosts, counts: 'trainees' },
  },
  {
    key: 'trainees.total',
    label: '受講者数',
    unit: '人',
    family: 'dispatch',
    source: { kind: 'visits', programs: practical, counts: 'trainees' },
  },
  {
    key: 'skilled.visits',
    label: '熟練技能者の派遣回数',
    unit: '回',
    family: 'skilled',
    source: { kind: 'visits', programs: skilled, counts: 'visits' },
  },
  {
    key: 'skilled.trainees',
    label: '熟練技能者の受講者数',
    unit: '人',
    family: 'skilled',
    source: { kind: 'visits', programs: skilled, counts: 'trainees' },
  },
  {
    key: 'medalist.sessions',
    label: 'メダリスト魅力講座',
    unit: '回',
    family: 'medalist',
    source: { kind: 'visits', programs: ['medalist-talk'], counts: 'visits' },
  },
  {
    key: 'outreach.school.sessions',
    label: '魅力講座の回数',
    unit: '回',
    family: 'school',
    source: { kind: 'visits', ...schoolOutreach, counts: 'visits' },
  },
  {
    key: 'outreach.school.personDays',
    label: '魅力講座の受講者数',
    unit: '人日',
    family: 'school',
    source: { kind: 'visits', ...schoolOutreach, counts: 'person-days' },
  },
  {
    key: 'outreach.station.places',
    label: 'サポステ',
    unit: 'か所',
    family: 'station',
    source: { kind: 'visits', programs: ['support-station'], counts: 'places' },
  },
  {
    key: 'outreach.station.visits',
    quiet: true,
    label: 'サポステでの実施回数',
    unit: '回',
    family: 'station',
    source: { kind: 'visits', programs: ['support-station'], counts: 'visits' },
  },
  {
    key: 'outreach.place.sessions',
    label: '公共施設・民間施設等での体験教室',
    unit: '回',
    family: 'place',
    source: { kind: 'visits', ...placeOutreach, counts: 'visits' },
  },
  {
    key: 'outreach.place.personDays',
    label: '公共施設・民間施設等での受講者数',
    unit: '人日',
    family: 'place',
    source: { kind: 'visits', ...placeOutreach, counts: 'person-days' },
  },
  ...attendeeMetrics,
  {
    key: 'certification.certified',
    label: '認定者数',
    unit: '人',
    family: 'certification',
    source: { kind: 'certified-meisters' },
  },
  { key: 'course.sessions', label: '指導技法等講習', unit: '回', family: 'course', source: { kind: 'course-days' } },
  { key: 'council.meetings', label: '連携会議', unit: '回', family: 'council', source: { kind: 'no-records' } },
  {
    key: 'output.personDays',
    label: 'ものづくりマイスターの活動数',
    unit: '人日',
    family: 'output',
    source: { kind: 'visits', programs: practical, counts: 'person-days' },
  },
  {
    key: 'outcome.satisfaction',
    label: '満足度',
    unit: '%',
    family: 'outcome',
    source: { kind: 'answers', outcome: 'outcome.satisfaction' },
  },
  {
    key: 'outcome.understanding',
    label: '理解し今後に生かせるとした割合',
    unit: '%',
    family: 'outcome',
    source: { kind: 'answers', outcome: 'outcome.understanding' },
  },
  {
    key: 'outcome.trigger',
    label: '技能検定・技能競技大会を活用する契機となった割合',
    unit: '%',
    family: 'outcome',
    source: { kind: 'answers', outcome: 'outcome.trigger' },
  },
] as const satisfies readonly Definition[];

export type MetricKey = (typeof metrics)[number]['key'];

/** 指標. A figure with its label and unit, and what it is counted from. */
export type Metric = Omit<Definition, 'key'> & { readonly key: MetricKey };

/** The definition of a metric. */
export function metricOf(key: MetricKey): Metric {
  const found = metrics.find((metric) => metric.key === key);
  if (!found) throw new Error(`no metric ${key}`);
  return found;
}
