import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { BoardSession } from '../board-queries.server.ts';
import { differenceText, pointsText } from '../explanation-text.ts';
import { listMoves, type PossibleMove } from '../list-moves.server.ts';
import type { PlanRun } from '../plan-queries.server.ts';
import { requestText as words } from '../request-text.ts';
import { nameOfInstructors } from './board-list.server.ts';

/** What `?session=` and `?from=` ask for: whom or which day else one person of a session could be changed to; `?to=` is looked at closer. */
export async function loadChoosing({ ctx, url }: StaffCall, run: PlanRun, sessions: readonly BoardSession[]) {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const session = sessions.find(({ visitOn, state }) => visitOn === asked('session') && state === 'open');
  const from = session?.instructorIds.find((id) => id === asked('from'));
  if (!session || from === undefined) return undefined;
  const { requestId, visitOn } = session;
  const { moves, more } = await listMoves(ctx, { runId: run.id, requestId, visitOn, from });
  const people = [...moves.map(({ instructorId }) => instructorId), from];
  const nameOf = await nameOfInstructors(ctx, [{ instructorIds: people }], run.settings.extraInstructors);
  const choiceText = (move: PossibleMove) => `${formatSlashDate(move.visitOn)}　${nameOf(move.instructorId)}`;
  const valueOf = (move: PossibleMove) => `${move.visitOn} ${move.instructorId}`;
  const chosen = moves.find((move) => valueOf(move) === asked('to'));
  return {
    visitOn,
    from,
    fromName: nameOf(from),
    more,
    options: moves.map((move) => ({
      value: valueOf(move),
      label: `${choiceText(move)}　${move.judgement.points === 0 ? words.samePoints : pointsText(move.judgement.points)}`,
    })),
    chosen: chosen && {
      to: valueOf(chosen),
      title: words.moveTitle(choiceText(chosen), chosen.judgement.points),
      difference: differenceText(chosen.judgement.parts),
    },
  };
}
