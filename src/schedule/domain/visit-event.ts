import type { PlainDate } from '#kernel/plain-date.ts';
import type { VisitStatus } from './visit-status.ts';

/** 変更・中止の区分. Why a planned visit is moved or called off. */
export const visitReasons = [
  { code: 'illness', label: '病気' },
  { code: 'weather', label: '天候' },
  { code: 'infection', label: '感染症' },
  { code: 'host', label: '派遣先の都合' },
  { code: 'instructor', label: 'マイスター等の都合' },
  { code: 'other', label: 'その他' },
] as const;

/** 区分の記録なし: files and other systems bring moves and cancellations without one (contract.md §3); nobody chooses it. */
export const unknownReason = { code: 'unknown', label: '区分の記録なし' } as const;

export type VisitReason = (typeof visitReasons)[number]['code'] | (typeof unknownReason)['code'];

/** The word of a 変更・中止の区分. */
export function visitReasonLabel(code: VisitReason): string {
  return [...visitReasons, unknownReason].find((reason) => reason.code === code)?.label ?? code;
}

/** Day and hours of a visit; the times are HH:MM, null where nobody wrote them down. */
export type VisitSlot = {
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
};

/** Whether two slots are the same day and hours. */
export function isSameSlot(one: VisitSlot, other: VisitSlot): boolean {
  return one.visitOn === other.visitOn && one.startsAt === other.startsAt && one.endsAt === other.endsAt;
}

/** What changed of a slot that was told to people; hours that were open until now are told, not changed. */
export function changeOfSlot(before: VisitSlot, after: VisitSlot): keyof VisitSlot | undefined {
  return (['visitOn', 'startsAt', 'endsAt'] as const).find((key) => before[key] !== null && before[key] !== after[key]);
}

/** 変更の記録. What happened to a planned visit, and why: moved to another slot, or called off (`to` is null). */
export type VisitEvent = {
  readonly reasonCode: VisitReason;
  readonly reason: string;
  readonly from: VisitSlot;
  readonly to: VisitSlot | null;
};

type Change = VisitSlot & { readonly status: VisitStatus; readonly cancelReason: string | null };

/**
 * What is kept on record of a visit that a file or another system changed: a planned one that stands at another time, or
 * one that is called off now. `before` is nothing where the visit is new.
 */
export function unexplainedEvent(before: Change | undefined, after: Change): VisitEvent | undefined {
  const reasonCode = unknownReason.code;
  if (after.status === 'cancelled') {
    if (before?.status === 'cancelled') return undefined;
    return { reasonCode, reason: after.cancelReason ?? '', from: slotOf(before ?? after), to: null };
  }
  if (before?.status !== 'planned' || after.status !== 'planned' || !changeOfSlot(before, after)) return undefined;
  return { reasonCode, reason: '', from: slotOf(before), to: slotOf(after) };
}

/** Day and hours alone. */
export function slotOf({ visitOn, startsAt, endsAt }: VisitSlot): VisitSlot {
  return { visitOn, startsAt, endsAt };
}
