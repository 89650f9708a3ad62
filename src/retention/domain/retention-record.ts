import type { PlainDate } from '#kernel/plain-date.ts';
import type { RetentionKind } from './retention-period.ts';
import type { RetentionPlanState } from './retention-plan.ts';

/** Something whose time is over, by its number: no person's value. */
export type DueItem = {
  readonly kind: RetentionKind;
  readonly id: string;
  readonly label: string;
  /** The 年度 it belongs to. */
  readonly baseYear: number;
  readonly keptUntil: PlainDate;
};

/** 廃棄予定の一覧 with who did what. */
export type RetentionPlan = {
  readonly id: string;
  readonly fiscalYear: number;
  readonly ordinal: number;
  readonly state: RetentionPlanState;
  readonly draftedAt: string;
  readonly drafterId: string;
  readonly drafterName: string;
  readonly approvedAt: string | null;
  readonly approverName: string | null;
  readonly erasedAt: string | null;
  readonly eraserName: string | null;
  readonly version: number;
};

export type RetentionItem = DueItem & {
  readonly holdReason: string | null;
  readonly erasedAt: string | null;
  readonly files: number;
};
