import { foldSearchText } from '#kernel/japanese-text.ts';
import { metricOf, metrics, type Metric, type MetricKey } from './metric.ts';

/** The names under which plans set targets, beside the metric's own label (S0, S1; contract.md §4). */
const aliases: Readonly<Partial<Record<MetricKey, readonly string[]>>> = {
  'visits.sme': [
    '派遣回数（中小企業・業界団体）',
    '派遣回数（中小企業等）',
    '中小企業への派遣回数',
    '中小企業等への派遣回数',
  ],
  'visits.school': [
    '派遣回数（工業高校）',
    '派遣回数（高等学校）',
    '派遣回数（高等学校等）',
    '派遣回数（学校）',
    '工業高校等への派遣回数',
  ],
  'visits.total': [
    '派遣回数（計）',
    '派遣回数計',
    '派遣目標回数',
    'ものづくりマイスターの派遣回数',
    'マイスターの派遣回数',
    '実技指導の回数',
  ],
  'trainees.sme': ['受講者数（中小企業・業界団体）', '受講者数（中小企業等）', '中小企業の受講者数'],
  'trainees.school': [
    '受講者数（工業高校）',
    '受講者数（高等学校）',
    '受講者数（高等学校等）',
    '受講者数（学校）',
    '工業高校等の受講者数',
  ],
  'trainees.total': ['受講者数（計）', '受講者数計', '目標受講者数', '実技指導の受講者数'],
  'skilled.visits': ['熟練技能者派遣回数', '熟練技能者の派遣', '派遣回数（熟練技能者）'],
  'skilled.trainees': ['熟練技能者受講者数', '熟練技能者派遣の受講者数', '受講者数（熟練技能者）'],
  'medalist.sessions': [
    'メダリスト講座',
    'メダリスト講座の回数',
    'メダリスト魅力講座の回数',
    'メダリストが語る魅力講座',
    '技能五輪全国大会等のメダリストが語る魅力講座',
  ],
  'outreach.school.sessions': [
    '魅力講座',
    '小中学校の魅力講座',
    '小中学校魅力講座',
    '魅力講座の実施回数',
    'ものづくりの魅力講座',
    'ものづくりの魅力講座の回数',
  ],
  'outreach.school.personDays': [
    '魅力講座の人日',
    '小中学校の魅力講座の受講者数',
    '小中学校魅力講座の受講者数',
    'ものづくりの魅力講座の受講者数',
  ],
  'outreach.station.places': [
    'サポステの実施箇所',
    'サポステの実施か所',
    'サポステへの協力',
    'サポステとの連携',
    '地域若者サポートステーション',
  ],
  'outreach.station.visits': ['サポステ', 'サポステの実施回数', 'サポステへの協力', '地域若者サポートステーション'],
  'outreach.place.sessions': [
    'ものづくりフェア',
    'ものづくりフェアの回数',
    '体験教室',
    '体験教室の回数',
    '公民館・集会所等での体験教室',
    '公共施設等への派遣回数',
  ],
  'outreach.place.personDays': ['体験教室の受講者数', 'ものづくりフェアの来場者数', '公共施設等の受講者数'],
  'certification.certified': [
    '認定予定者数',
    'マイスターの認定',
    'ものづくりマイスターの認定',
    'ものづくりマイスターの認定者数',
    'ものづくりマイスター認定者数',
  ],
  'course.sessions': [
    '指導技法等講習会',
    '指導技法等講習の回数',
    '指導技法等講習の開催回数',
    '指導技法等講習会の開催回数',
    '講習の回数',
  ],
  'council.meetings': ['連携会議の回数', '連携会議の開催回数', '連携会議開催回数'],
  'output.personDays': ['活動数', '活動目標', 'マイスターの活動数', '活動人日'],
  'outcome.satisfaction': ['利用した企業等の満足度', '企業・業界団体又は教育訓練機関の満足度'],
  'outcome.understanding': ['理解度', '理解', '受講者の理解度', '内容を理解し今後に生かせるとした割合'],
  'outcome.trigger': ['契機', '契機となった割合', '活用の契機', '技能検定等の活用の契機'],
};

const byName = new Map<string, Metric[]>();
for (const { key, label } of metrics) {
  for (const name of [label, ...(aliases[key] ?? [])]) {
    const folded = foldLabel(name);
    byName.set(folded, [...(byName.get(folded) ?? []), metricOf(key)]);
  }
}

/**
 * The metric that a plan's target means, or none: then it is kept and shown without a count. Where a name fits two
 * metrics, the unit decides (サポステ 2か所, サポステ 2回).
 */
export function findMetric({ label, unit }: { readonly label: string; readonly unit: string }): Metric | undefined {
  const candidates = byName.get(foldLabel(label)) ?? [];
  return candidates.find((metric) => metric.unit === unit) ?? candidates[0];
}

function foldLabel(label: string): string {
  return foldSearchText(label).replaceAll(/[()[\]【】「」:・、,]/gu, '');
}
