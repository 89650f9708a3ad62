import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { ReportLine } from '#schedule/domain/report-line.ts';
import { layOut, type NamedCells } from './demonstration-table.ts';
import type { PlacedSession } from './place-sessions.ts';
import { spreadAbsences } from './count-absences.ts';
import type { SeededRandom } from './seeded-random.ts';

export const VISIT_HEADER = [
  '派遣番号',
  '要請番号',
  '事業区分',
  '派遣先番号',
  '登録番号',
  '職種',
  '実施日',
  '開始',
  '終了',
  '受講者数',
  '状態',
  '中止理由',
] as const;

/** The day on which the demonstration office works: everything up to it was held, everything after it is planned. */
export const WORKING_DATE = plainDate('2022-11-30');

/** One session with who came and how it stands. */
export type BuiltVisit = PlacedSession & {
  readonly number: string;
  readonly trainees: number;
  readonly status: '予定' | '実施' | '中止';
};

type Numbering = {
  readonly prefix: string;
  /** The line of the report that a session counts in; one that counts in neither has no absences. */
  readonly lineOf: (session: PlacedSession) => ReportLine | undefined;
  /** People who came to the held sessions of a line, in all. */
  readonly heldTrainees: Readonly<Partial<Record<ReportLine, number>>>;
  readonly random: SeededRandom;
};

/** Numbers the sessions in the order of their days and says of each how it stands on the working date and who came. */
export function buildVisits(sessions: readonly PlacedSession[], numbering: Numbering): readonly BuiltVisit[] {
  const ordered = sessions.toSorted((left, right) => compareText(orderOf(left), orderOf(right)));
  const trainees = countTrainees(ordered, numbering);
  return ordered.map((session, index) => ({
    ...session,
    number: `${numbering.prefix}-${String(index + 1).padStart(3, '0')}`,
    trainees: trainees.get(session) ?? session.series.trainees,
    status: statusOf(session),
  }));
}

/** The visits in the contract's columns. */
export function layOutVisits(
  visits: readonly BuiltVisit[],
  requestNumberOf: (visit: BuiltVisit) => string,
  writeDate: (date: PlainDate) => string = String,
): readonly (readonly string[])[] {
  return layOut(
    VISIT_HEADER,
    visits.map((visit): NamedCells => {
      const { series, date, number, trainees, status, cancelReason } = visit;
      return {
        派遣番号: number,
        要請番号: requestNumberOf(visit),
        事業区分: series.program,
        派遣先番号: series.organization,
        登録番号: series.instructors.join(';'),
        職種: series.trade,
        実施日: writeDate(date),
        開始: series.startsAt,
        終了: endOf(series.startsAt, series.minutes),
        受講者数: String(trainees),
        状態: status,
        中止理由: cancelReason ?? '',
      };
    }),
  );
}

function statusOf({ date, cancelReason }: PlacedSession): BuiltVisit['status'] {
  if (cancelReason !== undefined) return '中止';
  return date <= WORKING_DATE ? '実施' : '予定';
}

function countTrainees(sessions: readonly PlacedSession[], { lineOf, heldTrainees, random }: Numbering) {
  const trainees = new Map<PlacedSession, number>();
  for (const [line, total] of Object.entries(heldTrainees)) {
    const held = sessions.filter((session) => lineOf(session) === line && statusOf(session) === '実施');
    const came = spreadAbsences(
      held.map(({ series }) => series.trainees),
      total,
      random,
    );
    for (const [index, session] of held.entries()) trainees.set(session, came[index] ?? 0);
  }
  return trainees;
}

function orderOf({ date, series }: PlacedSession): string {
  return `${date} ${series.startsAt} ${series.organization}`;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function endOf(startsAt: string, minutes: number): string {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  const end = hour * 60 + minute + minutes;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
