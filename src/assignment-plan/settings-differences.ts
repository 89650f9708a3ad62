import { formatSlashDate } from '#kernel/japanese-era.ts';
import { planLines, type PlanSettings } from '#matching/domain/planning-settings.ts';
import { weighedConstraints } from '#matching/domain/planning-weights.ts';
import type { Weights } from '#optimizer/constraint.ts';
import { constraintName } from './constraint-text.ts';

/** In what the conditions of a plan differ from those of the basis, each in a few words; the usual weights fill gaps. */
export function settingsDifferences(own: PlanSettings, base: PlanSettings, usual: Weights): readonly string[] {
  return [
    ...weightDifferences(own, base, usual),
    ...planLines.flatMap(({ key, label }) =>
      own.targets[key] === base.targets[key] ? [] : [`目標 ${label} ${sessionsText(own.targets[key])}`],
    ),
    ...(own.budgetYen === base.budgetYen ? [] : [`移動費の予算 ${yenText(own.budgetYen)}`]),
    ...extraDifferences(own, base),
    ...closedDifferences(own, base),
    ...(own.from === base.from && own.until === base.until ? [] : [`期間 ${periodText(own)}`]),
    ...(own.moveAgreed === base.moveAgreed ? [] : [own.moveAgreed ? '受けた予定も動かす' : '受けた予定は動かさない']),
  ];
}

function weightDifferences(own: PlanSettings, base: PlanSettings, usual: Weights): readonly string[] {
  return weighedConstraints.flatMap((rule) => {
    const [mine, theirs] = [own.weights[rule] ?? usual[rule], base.weights[rule] ?? usual[rule]];
    return mine === theirs ? [] : [`${constraintName(rule)}の重み ${theirs}→${mine}`];
  });
}

function extraDifferences(own: PlanSettings, base: PlanSettings): readonly string[] {
  const known = new Set(base.extraInstructors.map(({ id }) => id));
  const kept = new Set(own.extraInstructors.map(({ id }) => id));
  return [
    ...own.extraInstructors.filter(({ id }) => !known.has(id)).map(({ name }) => `仮の人を加える：${name}`),
    ...base.extraInstructors.filter(({ id }) => !kept.has(id)).map(({ name }) => `仮の人を除く：${name}`),
  ];
}

function closedDifferences(own: PlanSettings, base: PlanSettings): readonly string[] {
  const written = ({ from, until, reason }: PlanSettings['closedPeriods'][number]) =>
    `${formatSlashDate(from)}〜${formatSlashDate(until)}${reason && `（${reason}）`}`;
  const [mine, theirs] = [own.closedPeriods.map(written), base.closedPeriods.map(written)];
  return [
    ...mine.filter((period) => !theirs.includes(period)).map((period) => `休止 ${period}`),
    ...theirs.filter((period) => !mine.includes(period)).map((period) => `休止をやめる ${period}`),
  ];
}

function sessionsText(sessions: number | undefined): string {
  return sessions === undefined ? '年度の計画どおり' : `${sessions}回`;
}

function yenText(yen: number | null): string {
  return yen === null ? '予算の残り' : `${yen.toLocaleString('ja-JP')}円`;
}

function periodText({ from, until }: PlanSettings): string {
  return `${from === null ? '今日' : formatSlashDate(from)}〜${until === null ? '年度の終わり' : formatSlashDate(until)}`;
}
