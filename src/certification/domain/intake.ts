import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { IntakeSuspension } from './move.ts';

/** Why the intake of applications is not stopped or resumed. */
export type IntakeRefusal =
  | { readonly kind: 'intake-reason-missing' }
  | { readonly kind: 'suspended-already'; readonly since: PlainDate }
  | { readonly kind: 'overlaps-suspension'; readonly since: PlainDate; readonly until: PlainDate }
  | { readonly kind: 'not-suspended' }
  | { readonly kind: 'resumed-before-stop'; readonly since: PlainDate };

/** 受付の停止. One at a time, after those that ended, and never without a reason (Y4-04). */
export function decideSuspension(
  suspensions: readonly IntakeSuspension[],
  { since, reason }: { readonly since: PlainDate; readonly reason: string },
): IntakeRefusal | undefined {
  if (reason.trim() === '') return { kind: 'intake-reason-missing' };
  const open = suspensions.find(({ until }) => until === null);
  if (open) return { kind: 'suspended-already', since: open.since };
  const covering = suspensions.find(({ until }) => until !== null && since <= until);
  if (covering?.until) return { kind: 'overlaps-suspension', since: covering.since, until: covering.until };
  return undefined;
}

/** 受付の再開. Ends the suspension that lasts; it has lasted a day at least. */
export function decideResumption(
  suspensions: readonly IntakeSuspension[],
  resumedOn: PlainDate,
): Result<IntakeSuspension, IntakeRefusal> {
  const open = suspensions.find(({ until }) => until === null);
  if (!open) return refuse({ kind: 'not-suspended' });
  return resumedOn <= open.since ? refuse({ kind: 'resumed-before-stop', since: open.since }) : accept(open);
}
