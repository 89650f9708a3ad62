import type { Program } from '#dispatch/domain/program.ts';
import { requestStatus } from '#dispatch/domain/request-status.ts';
import type { CourseStatus } from '#instructor/domain/course-status.ts';
import { dormancyOf, remainingVisits } from '#instructor/domain/dormancy.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { kindsOfProgram } from '#matching/domain/program-kinds.ts';
import type { Blocker, BlockRule } from '#matching/domain/proposal.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { areaOf, type CornerArea } from './corner-area.ts';

/** A request as the board counts it. */
export type ShortageRequest = {
  readonly id: string;
  readonly program: Program;
  readonly tradeCode: string;
  /** Where the instruction takes place: the stated place, else the host's. */
  readonly municipalityCode: string;
  readonly wished: number;
  readonly planned: number;
  readonly held: number;
  /** Sessions that the year's assignment could not place for want of people. */
  readonly unplaced: number;
};

/** What more people would not change: days, limits of the host and what was excluded by hand. */
const notOfPeople: readonly BlockRule[] = ['no-day', 'closed-day', 'host-limit', 'forbidden'];

/** Whether one more instructor could have led a session that was not placed. */
export function isForWantOfPeople(blockers: readonly Blocker[]): boolean {
  return blockers.length === 0 || blockers.some(({ rule }) => !notOfPeople.includes(rule));
}

/** A wish of the year's 派遣希望調査 that no request has come of: a request that did is counted itself. */
export type ShortageWish = {
  readonly id: string;
  readonly tradeCode: string;
  /** Where the host was when it was asked. */
  readonly municipalityCode: string;
  /** Visits wished. */
  readonly sessions: number;
};

/** An instructor as the board counts one. */
export type ShortageInstructor = {
  readonly id: string;
  readonly kind: InstructorKind;
  readonly tradeCodes: readonly string[];
  readonly municipalityCode: string;
  readonly course: CourseStatus['status'] | null;
  readonly certifiedOn: PlainDate | null;
  readonly lastActivityOn: PlainDate | null;
  readonly yearlyCap: number | null;
  /** Visits of the 年度. */
  readonly planned: number;
  readonly held: number;
};

/** What a number on the board counts. */
export const shortageFigures = [
  'requests',
  'unserved',
  'unplaced',
  'wishes',
  'registered',
  'available',
  'trained',
  'ready',
] as const;
export type ShortageFigure = (typeof shortageFigures)[number];

/** 不足の表の1行: one trade in one area. */
export type ShortageCell = {
  readonly tradeCode: string;
  readonly area: CornerArea;
  /** Visits that the counted wishes ask for. */
  readonly wishedSessions: number;
  /** Visits that the counted unplaced requests wait for. */
  readonly unplacedSessions: number;
} & Readonly<Record<ShortageFigure, number>>;

/** The trade under which the board counts: the 技能検定 trade that a contest trade belongs to (旋盤 → 機械加工). */
export function boardTrade(tradeCode: string): string {
  return findTrade(tradeCode)?.broader ?? tradeCode;
}

/** Kinds of people that scouting brings in: the others speak, and are found elsewhere. */
const scoutedKinds: readonly InstructorKind[] = ['meister', 'skilled-worker'];

/**
 * Which demand figures count a request: all that a Meister or skilled worker may lead; unserved while visits are to be
 * assigned; unplaced where the year's assignment found nobody for some of them.
 */
export function figuresOfRequest(request: ShortageRequest, today: PlainDate): readonly ShortageFigure[] {
  const isCounted = kindsOfProgram(request.program, today).some((kind) => scoutedKinds.includes(kind));
  if (!isCounted) return [];
  if (requestStatus(request) !== 'open') return ['requests'];
  return unplacedOf(request) > 0 ? ['requests', 'unserved', 'unplaced'] : ['requests', 'unserved'];
}

/** What was assigned since the calculation is not waited for any more. */
function unplacedOf({ wished, planned, held, unplaced }: ShortageRequest): number {
  return Math.max(0, Math.min(unplaced, wished - planned - held));
}

/**
 * Which supply figures count an instructor. Available: the yearly cap leaves a visit and the last activity, or the
 * certification, is within three years. Trained: the course is completed or exempt, which skilled workers do not need
 * (domain.md §5.2). Ready: both.
 */
export function figuresOfInstructor(instructor: ShortageInstructor, today: PlainDate): readonly ShortageFigure[] {
  if (!scoutedKinds.includes(instructor.kind)) return [];
  const left = remainingVisits(instructor.yearlyCap, instructor);
  const isAvailable = (left === null || left > 0) && dormancyOf({ ...instructor, today }).kind !== 'dormant';
  const isTrained =
    instructor.kind !== 'meister' || instructor.course === 'completed' || instructor.course === 'exempt';
  return [
    'registered',
    ...(isAvailable ? (['available'] as const) : []),
    ...(isTrained ? (['trained'] as const) : []),
    ...(isAvailable && isTrained ? (['ready'] as const) : []),
  ];
}

type BoardFacts = {
  readonly requests: readonly ShortageRequest[];
  readonly wishes: readonly ShortageWish[];
  readonly instructors: readonly ShortageInstructor[];
  readonly areas: readonly CornerArea[];
  readonly today: PlainDate;
};

/** One thing counted, and every cell and figure that counts it: the rows behind the numbers. */
export type CountedRow = {
  readonly id: string;
  readonly trades: readonly string[];
  readonly area: CornerArea;
  readonly figures: readonly ShortageFigure[];
  /** Visits that a wish asks for; 0 of everything else. */
  readonly wishedSessions: number;
  /** Visits of a request that found nobody; 0 of everything else. */
  readonly unplacedSessions: number;
};

/** Every request, wish and instructor with the cells and figures that count it. The board adds these up and shows no others. */
export function listCounted({ requests, wishes, instructors, areas, today }: BoardFacts): readonly CountedRow[] {
  const demand = requests.map((request) => ({
    id: request.id,
    trades: [boardTrade(request.tradeCode)],
    area: areaOf(request.municipalityCode, areas),
    figures: figuresOfRequest(request, today),
    wishedSessions: 0,
    unplacedSessions: unplacedOf(request),
  }));
  const wished = wishes.map((wish) => ({
    id: wish.id,
    trades: [boardTrade(wish.tradeCode)],
    area: areaOf(wish.municipalityCode, areas),
    figures: ['wishes'] as const,
    wishedSessions: wish.sessions,
    unplacedSessions: 0,
  }));
  const supply = instructors.map((instructor) => ({
    id: instructor.id,
    trades: [...new Set(instructor.tradeCodes.map(boardTrade))],
    area: areaOf(instructor.municipalityCode, areas),
    figures: figuresOfInstructor(instructor, today),
    wishedSessions: 0,
    unplacedSessions: 0,
  }));
  return [...demand, ...wished, ...supply].filter(({ figures }) => figures.length > 0);
}

const nothing: Readonly<Record<ShortageFigure | 'wishedSessions' | 'unplacedSessions', number>> = {
  requests: 0,
  unserved: 0,
  unplaced: 0,
  unplacedSessions: 0,
  wishes: 0,
  wishedSessions: 0,
  registered: 0,
  available: 0,
  trained: 0,
  ready: 0,
};

/**
 * 不足の表. Demand and supply by trade and area: a cell for whatever is counted, and one in every area for the trades of
 * `always` (those with priority), so that a trade that nobody asks for and nobody teaches is seen too.
 */
export function tabulateShortage(
  counted: readonly CountedRow[],
  { areas, always }: { readonly areas: readonly CornerArea[]; readonly always: readonly string[] },
): readonly ShortageCell[] {
  const cells = new Map<string, ShortageCell>();
  const open = (tradeCode: string, area: CornerArea): ShortageCell => {
    const key = `${tradeCode} ${area.code}`;
    const cell = cells.get(key) ?? { tradeCode, area, ...nothing };
    cells.set(key, cell);
    return cell;
  };
  for (const tradeCode of always) for (const area of areas) open(boardTrade(tradeCode), area);
  for (const { trades, area, figures, wishedSessions, unplacedSessions } of counted) {
    for (const trade of trades) {
      const cell = open(trade, area);
      const raised = Object.fromEntries(figures.map((figure) => [figure, cell[figure] + 1]));
      cells.set(`${trade} ${area.code}`, {
        ...cell,
        ...raised,
        wishedSessions: cell.wishedSessions + wishedSessions,
        unplacedSessions: cell.unplacedSessions + unplacedSessions,
      });
    }
  }
  return [...cells.values()];
}
