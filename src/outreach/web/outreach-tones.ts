import type { LineState } from '../domain/no-request.ts';
import type { VisitStatus } from '#schedule/domain/visit-status.ts';

/** How the state of an event stands out. */
export const statusTones = { planned: 'progress', held: 'done', cancelled: 'stopped' } as const satisfies Record<
  VisitStatus,
  string
>;

/** How a line of the plan stands out: one that nobody asked for and of which nothing is said yet asks for attention. */
export const lineTones = { asked: 'progress', 'no-request': 'done', open: 'attention' } as const satisfies Record<
  LineState,
  string
>;
