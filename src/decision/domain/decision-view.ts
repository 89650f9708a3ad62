/** 見る範囲. Which drafts a list shows: what waits for who asks, what they drafted, or all. */
export const decisionViews = ['mine', 'drafted', 'all'] as const;
export type DecisionView = (typeof decisionViews)[number];
