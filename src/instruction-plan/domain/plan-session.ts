import { recordNumber } from '#dispatch/domain/reference-codecs.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { date, time } from '#record/domain/date-codecs.ts';
import type { AnyField, FieldProblem, InputOf } from '#record/domain/field.ts';
import { yen } from '#record/domain/number-codecs.ts';
import { multiline, text } from '#record/domain/text-codecs.ts';

/** As many visits as a request may wish for. */
export const MOST_SESSIONS = 100;

/** What a 講習計画書 says of each session (domain.md §3 InstructionPlan); hours and content may be told later. */
export const sessionFields = [
  { key: 'heldOn', header: '実施日', required: true, codec: date() },
  { key: 'startsAt', header: '開始', required: false, codec: time(), hint: '例：13:30' },
  { key: 'endsAt', header: '終了', required: false, codec: time(), hint: '例：15:30' },
  { key: 'place', header: '場所', required: false, codec: text() },
  {
    key: 'instructorNumber',
    header: '講師',
    required: false,
    codec: recordNumber(),
    hint: '登録番号。氏名の一部からも選べます',
  },
  { key: 'task', header: '課題', required: false, codec: text(), hint: '例：技能検定2級 普通旋盤作業の課題' },
  { key: 'material', header: '材料', required: false, codec: text(), hint: '例：S45C 丸棒 12本' },
  { key: 'materialYen', header: '材料費の見込み', required: false, codec: yen({ max: 99_999_999 }), unit: '円' },
  { key: 'content', header: '内容', required: false, codec: multiline({ limit: 500 }) },
] as const satisfies readonly AnyField[];

/** One session as it is written. */
export type SessionInput = InputOf<typeof sessionFields>;

/** 講習の1回. A session of a plan, and the visit that it became. */
export type PlanSession = SessionInput & { readonly visitId: string | null };

/** A problem of one session, by its place in the plan. */
export type SessionProblem = FieldProblem & { readonly position: number };

/** What the fields alone cannot tell: a session ends after it begins. */
export function checkSession({ startsAt, endsAt }: SessionInput): readonly FieldProblem[] {
  if (endsAt === null || startsAt === null || startsAt < endsAt) return [];
  const problem = { kind: 'not-after', value: endsAt, other: '開始', otherValue: startsAt } as const;
  return [{ key: 'endsAt', header: '終了', problem }];
}

/** A planned visit of a request, as far as a plan follows from it. */
export type PlannedVisitFacts = {
  readonly visitId: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly instructorNumber: string | null;
};

/** What every session of a request begins with: where it is and what is taught. */
export type SessionDefaults = { readonly place: string | null; readonly content: string | null };

/**
 * The sessions of a plan after its request's visits: what was written stays, the day, hours and instructor of a session
 * that is a visit follow the calendar, and visits that the plan did not know are added; in the order of their days.
 */
export function followVisits(
  sessions: readonly PlanSession[],
  visits: readonly PlannedVisitFacts[],
  defaults: SessionDefaults,
): readonly PlanSession[] {
  const known = sessions.map((session) => {
    const visit = visits.find(({ visitId }) => visitId === session.visitId);
    return visit ? { ...session, ...whenAndWho(visit) } : session;
  });
  const added = visits
    .filter(({ visitId }) => sessions.every((session) => session.visitId !== visitId))
    .map((visit) => ({
      ...defaults,
      task: null,
      material: null,
      materialYen: null,
      ...whenAndWho(visit),
      visitId: visit.visitId,
    }));
  return [...known, ...added].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function whenAndWho({ visitOn, startsAt, endsAt, instructorNumber }: PlannedVisitFacts) {
  return { heldOn: visitOn, startsAt, endsAt, instructorNumber };
}

function orderOf({ heldOn, startsAt }: SessionInput): string {
  return `${heldOn} ${startsAt ?? ''}`;
}

/** The places of sessions whose visit was moved since they were written. */
export function movedSessions(
  sessions: readonly PlanSession[],
  visits: readonly PlannedVisitFacts[],
): readonly number[] {
  return sessions.flatMap((session, index) => {
    const visit = visits.find(({ visitId }) => visitId === session.visitId);
    if (!visit) return [];
    const { heldOn, startsAt, endsAt } = session;
    const stays = visit.visitOn === heldOn && visit.startsAt === startsAt && visit.endsAt === endsAt;
    return stays ? [] : [index + 1];
  });
}

/** What all materials are expected to cost, in whole yen. */
export function totalMaterialYen(sessions: readonly PlanSession[]): number {
  return sessions.reduce((sum, { materialYen }) => sum + (materialYen ?? 0), 0);
}
