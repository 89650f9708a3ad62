import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { programs, type Program } from '#dispatch/domain/program.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import type { VisitStatus } from '#schedule/domain/visit-status.ts';
import { schoolLine, smeLine, type Metric, type MetricSource } from './metric.ts';
import type { AttendeeCounts } from './outreach-metric.ts';

/** How a visit counts on the as-of date. */
export type VisitBucket = 'actual' | 'scheduled' | 'unreported';

/** Visits of a year that count alike, already added up by the database. */
export type VisitGroup = {
  readonly program: Program;
  readonly organizationKind: OrganizationKind;
  readonly status: VisitStatus;
  /** On or before the as-of date. */
  readonly past: boolean;
  readonly visits: number;
  readonly trainees: number;
  /** Hosts, each once; filled for programmes that are counted by place. */
  readonly hosts: readonly string[];
  /** Who came, apart; absent where nobody told it of any of them. */
  readonly split?: AttendeeCounts;
};

/**
 * 実績 are visits held on or before the as-of date, 今後予定 those planned after it; cancelled ones count in neither
 * (contract.md §4). A visit held after the as-of date was still to come on that day, so it counts as scheduled; one
 * planned on or before it counts in neither and is named as 未報告, so that nobody loses it.
 */
export function bucketOf({ status, past }: Pick<VisitGroup, 'status' | 'past'>): VisitBucket | undefined {
  if (status === 'cancelled') return undefined;
  if (past) return status === 'held' ? 'actual' : 'unreported';
  return 'scheduled';
}

/** Whether visits of this programme and host count for a metric. */
export function countsFor(source: MetricSource, visit: Pick<VisitGroup, 'program' | 'organizationKind'>): boolean {
  return source.kind === 'visits' && isAmong(source, visit);
}

/** Visits by programme and kind of host; without kinds, at every host. */
type Among = { readonly programs: readonly Program[]; readonly organizationKinds?: readonly OrganizationKind[] };

/** Whether a visit is one of those that a source looks at. */
export function isAmong(source: Among, visit: Pick<VisitGroup, 'program' | 'organizationKind'>): boolean {
  if (!source.programs.includes(visit.program)) return false;
  return source.organizationKinds === undefined || source.organizationKinds.includes(visit.organizationKind);
}

/** Conditions of the visit list that show the visits behind a figure. */
export type VisitFilter = Readonly<Record<string, string>>;

/**
 * The visit list behind a figure. `undefined` where the list has no such condition: a figure over several programmes
 * or over hosts outside both lines. Scheduled figures of a past as-of date hold visits that were held since: no status.
 */
export function filterOf(
  { source }: Metric,
  bucket: VisitBucket,
  on: { readonly fiscalYear: number; readonly asOf: PlainDate; readonly today: PlainDate },
): VisitFilter | undefined {
  if (source.kind !== 'visits') return undefined;
  const line = lineOf(source.organizationKinds);
  if (source.programs.length !== 1 || line === undefined) return undefined;
  const { from, until } = fiscalYearRange(on.fiscalYear);
  const tomorrow = addDays(on.asOf, 1);
  const span =
    bucket === 'scheduled'
      ? { ...(on.asOf >= on.today ? { status: 'planned' } : {}), from: tomorrow < from ? from : tomorrow, to: until }
      : { status: bucket === 'actual' ? 'held' : 'planned', from, to: on.asOf > until ? until : on.asOf };
  return { program: source.programs[0] ?? '', ...(line === '' ? {} : { line }), ...span };
}

function lineOf(kinds: readonly OrganizationKind[] | undefined): 'sme' | 'school' | '' | undefined {
  if (kinds === undefined) return '';
  if (kinds === smeLine) return 'sme';
  return kinds === schoolLine ? 'school' : undefined;
}

/** The programme of a stored code; an unknown one is a bug, because the column is checked. */
export function toProgram(code: string): Program {
  const found = programs.find((program) => program.code === code);
  if (!found) throw new Error(`no programme ${code}`);
  return found.code;
}
