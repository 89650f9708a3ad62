import type { PlainDate } from '#kernel/plain-date.ts';
import type { ReportLine } from '#schedule/domain/report-line.ts';
import { buildInstructors, INSTRUCTOR_HEADER, isInstructorFree } from './build-instructors.ts';
import { buildOrganizations, ORGANIZATION_HEADER } from './build-organizations.ts';
import { buildRequests, REQUEST_HEADER } from './build-requests.ts';
import { buildVisits, layOutVisits, VISIT_HEADER, type BuiltVisit } from './build-visits.ts';
import { layOut, type DemonstrationTable, type NamedCells } from './demonstration-table.ts';
import { SERIES_OF_2021, SERIES_OF_2022 } from './instruction-series.ts';
import { OPEN_REQUESTS } from './open-requests.ts';
import { ORGANIZATION_ROSTER } from './organization-roster.ts';
import { PLAN_OF_2022 } from './plan-of-2022.ts';
import { PLAN_OF_2023 } from './plan-of-2023.ts';
import { placeSessions, readSeries, type InstructionSeries, type PlacedSession } from './place-sessions.ts';
import { seedRandom } from './seeded-random.ts';
import { isVisitDay } from './visit-days.ts';

const SEED = 352_022;
const FISCAL_YEAR = 2022;

const PLAN_HEADER = ['番号', '見出し', '実施要領', '実施計画の内容', '指標', '担当', '実施状況'] as const;

/** People who came to practical instruction by the working date (domain.md §6.1). */
const HELD_TRAINEES = { sme: 158, school: 629 } as const;

/** The tables of the demonstration office in the order in which they can be loaded; the same at every call. */
export function buildDemonstrationOffice(): readonly DemonstrationTable[] {
  const random = seedRandom(SEED);
  const organizations = buildOrganizations(ORGANIZATION_ROSTER);
  const instructors = buildInstructors(place(SERIES_OF_2021), random);
  const sessions = place(SERIES_OF_2022);
  const requests = buildRequests(sessions, OPEN_REQUESTS, random);
  const visits = buildVisits(sessions, { prefix: 'H4', lineOf, heldTrainees: HELD_TRAINEES, random });
  const visitRows = layOutVisits(visits, ({ series }) => requests.numberOf(series));
  return [
    { kind: 'organizations', fiscalYear: FISCAL_YEAR, header: ORGANIZATION_HEADER, rows: organizations },
    { kind: 'instructors', fiscalYear: FISCAL_YEAR, header: INSTRUCTOR_HEADER, rows: instructors },
    { kind: 'requests', fiscalYear: FISCAL_YEAR, header: REQUEST_HEADER, rows: requests.rows },
    { kind: 'visits', fiscalYear: FISCAL_YEAR, header: VISIT_HEADER, rows: visitRows },
    planTable(FISCAL_YEAR, PLAN_OF_2022),
    planTable(FISCAL_YEAR + 1, PLAN_OF_2023),
  ];
}

/** 令和3年度: visits that no request stands behind, for trying the import. */
export function buildLastYear(): readonly BuiltVisit[] {
  return buildVisits(place(SERIES_OF_2021), { prefix: 'H3', lineOf, heldTrainees: {}, random: seedRandom(SEED) });
}

function planTable(fiscalYear: number, items: readonly NamedCells[]): DemonstrationTable {
  return { kind: 'plan-items', fiscalYear, header: PLAN_HEADER, rows: layOut(PLAN_HEADER, items) };
}

function place(sheet: string): readonly PlacedSession[] {
  return placeSessions(readSeries(sheet), isFree);
}

function isFree(series: InstructionSeries, day: PlainDate): boolean {
  const school = isSchool(series.organization);
  return isVisitDay(day, { school }) && series.instructors.every((number) => isInstructorFree(number, day));
}

function lineOf({ series }: PlacedSession): ReportLine | undefined {
  if (series.program !== '実技指導') return undefined;
  return isSchool(series.organization) ? 'school' : 'sme';
}

/** The roster keeps the numbers from S-031 to S-046 for schools. */
function isSchool(organization: string): boolean {
  return organization >= 'S-031' && organization <= 'S-046';
}
