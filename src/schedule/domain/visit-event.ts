import type { PlainDate } from '#kernel/plain-date.ts';

/** 変更・中止の区分. Why a planned visit is moved or called off. */
export const visitReasons = [
  { code: 'illness', label: '病気' },
  { code: 'weather', label: '天候' },
  { code: 'infection', label: '感染症' },
  { code: 'host', label: '派遣先の都合' },
  { code: 'instructor', label: 'マイスター等の都合' },
  { code: 'other', label: 'その他' },
] as const;

export type VisitReason = (typeof visitReasons)[number]['code'];

/** The word of a 変更・中止の区分. */
export function visitReasonLabel(code: VisitReason): string {
  return visitReasons.find((reason) => reason.code === code)?.label ?? code;
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

/** 変更の記録. What happened to a planned visit, and why: moved to another slot, or called off (`to` is null). */
export type VisitEvent = {
  readonly reasonCode: VisitReason;
  readonly reason: string;
  readonly from: VisitSlot;
  readonly to: VisitSlot | null;
};
