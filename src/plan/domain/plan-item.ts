import type { InputOf } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { planItemFields } from './plan-item-fields.ts';

/** 計画項目. One numbered section of a year's plan: guideline, plan, targets, who is in charge, and how it went. */
export type PlanItemInput = InputOf<typeof planItemFields>;

export const planItemShape: RecordShape<PlanItemInput> = {
  name: 'plan-item',
  fields: planItemFields,
  numberOf: (item) => item.number,
  labelOf: (item) => `${item.number} ${item.heading}`,
};
