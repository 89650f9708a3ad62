import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { AdviserRule } from './domain/adviser-rule.ts';

/** Words of シニアアドバイザーの要件. */
export const adviserText = {
  title: 'シニアアドバイザーの要件',
  lead: '全国共通の要件は公表されていないため、各コーナーが定めます。',
  set: '要件を定める',
  save: 'この要件を使う',
  from: '始めの日',
  wording: '要件',
  practice: '実務の年数',
  decidedBy: '決めた人・会議',
  inForce: '今の要件',
  years: (years: number) => `${years}年以上`,
  noYears: '問わない',
  none: 'まだ要件を定めていません',
  noneLead: 'コーナー長が定めると、シニアアドバイザーの画面に出ます。',
} as const;

/** 「企業の相談に応じられること（第1回連携会議、2022/04/01（金）から）」, or that nobody has set it. */
export function adviserRuleText(rule: AdviserRule | undefined): string {
  return rule ? `${rule.wording}（${rule.decidedBy}、${formatSlashDate(rule.validFrom)}から）` : adviserText.none;
}
