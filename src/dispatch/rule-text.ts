import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { formatYen, yenOf } from '#kernel/money.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { findIndustry } from '#reference/domain/industry.ts';
import type { DispatchRule, DispatchRuleRefusal } from './domain/dispatch-rule.ts';
import type { DispatchRuleName, RuleFinding, RuleVerdict } from './domain/judge-request.ts';
import { hoursText } from './domain/rule-codecs.ts';

/** Words of the pages of 派遣の基準, and of the judgement by them. */
export const ruleText = {
  title: '派遣の基準',
  lead: '受け付ける派遣先、回数、時間などの、コーナーの年度ごとの基準です。要請は、受付日に適用中の基準で判定します。材料費の上限は、謝金・旅費と同じ単価表で定めます。',
  add: '基準を追加する',
  create: '派遣の基準を追加',
  register: '追加する',
  carried:
    'いまの基準を写してあります。変える所だけ直してください。前の基準は残り、それより前に受け付けた要請の判定は変わりません。',
  begin: '公開されている例を写して始めることもできます。',
  from: (label: string) => `${label}を写す`,
  emptyTitle: 'この年度の派遣の基準はまだありません',
  emptyLead: 'コーナー長が「基準を追加する」から登録すると、要請の画面に判定が出ます。登録するまで判定はしません。',
  current: '適用中',
  travel: '移動時間の見積り',
  rates: '単価表（材料費の上限）',
  notBorne: '負担しない（派遣先の負担）',
  noLimit: '定めなし',
  createdBy: '登録',
  judgement: '派遣の基準による判定',
  judgementLead: '合わない点があっても、要請は受け付けてあります。受けるかどうかは、職員が確かめて決めます。',
  noRule: '受付日に適用される派遣の基準がないため、判定していません。',
  openRules: '派遣の基準を見る',
  rule: '基準',
  verdict: '判定',
  fact: 'この要請',
  limit: '基準の値',
  source: '根拠',
  warning: (count: number) => `派遣の基準に合わない点が${count}件あります`,
} as const;

export const ruleGroups = [
  { heading: '適用', keys: ['validFrom', 'basis'] },
  { heading: '派遣先', keys: ['eligibleKinds', 'largeEnterprise', 'subsidyDeclaration'] },
  { heading: '回数・時間', keys: ['sessionCaps', 'capPer', 'sessionHours'] },
  { heading: '期限と計画書', keys: ['requestLeadDays', 'planLeadDays', 'planFormFromDays'] },
  { heading: '実施の後の期限', keys: ['reportDueDays', 'surveyDueDays'] },
  { heading: '受講者', keys: ['minAge', 'maxAge'] },
  { heading: '繰り返しの利用', keys: ['maxYearsRunning', 'maxPerYear', 'onRepeat'] },
] as const;

export const verdictNames: Readonly<Record<RuleVerdict, string>> = {
  met: '合う',
  'not-met': '合わない',
  'to-judge': '要確認',
};

export const ruleNames: Readonly<Record<DispatchRuleName, string>> = {
  'host-class': '対象の派遣先',
  sme: '中小企業の範囲',
  'large-enterprise': '大企業の扱い',
  'session-cap': '回数の上限',
  'request-lead': '依頼書の期限',
  'plan-form': '計画書',
  'plan-lead': '計画書の期限',
  'session-hours': '1回の時間',
  material: '材料費',
  'trainee-age': '受講者の年齢',
  'years-running': '続けての利用',
  'times-a-year': '同じ年度の利用',
  'double-subsidy': 'ほかの補助との重複',
};

/** 「令和4年度 2022/04/01（金）から 第2版」. */
export function dispatchRuleLabel({
  fiscalYear,
  validFrom,
  revision,
}: Pick<DispatchRule, 'fiscalYear' | 'validFrom' | 'revision'>): string {
  const edition = revision > 1 ? ` 第${revision}版` : '';
  return `${fiscalYearLabel(fiscalYear)} ${formatSlashDate(validFrom)}から${edition}`;
}

export function dispatchRuleRefusalText(refusal: DispatchRuleRefusal): string {
  switch (refusal.kind) {
    case 'outside-year':
      return `適用開始日${formatSlashDate(refusal.validFrom)}は${fiscalYearLabel(refusal.fiscalYear)}の日ではありません。上の年度を変えるか、この年度の日を入力してください。`;
    case 'ages-reversed':
      return `年齢の下限${refusal.minAge}歳が上限${refusal.maxAge}歳を超えています。どちらかを直してください。`;
  }
}

type Shown = { readonly fact: string; readonly limit: string };

/** What is and what is set, of one rule, in words. */
export function findingText(finding: RuleFinding): Shown {
  const { fact, limit } = shown(finding);
  return { fact, limit: limit ?? ruleText.noLimit };
}

const unknown = 'まだわからない';
const hours = (minutes: number | null) => (minutes === null ? unknown : `${hoursText(minutes)}時間`);
const amount = (value: number) => formatYen(yenOf(value));

type Range = { readonly min: number | null; readonly max: number | null };

function rangeText({ min, max }: Range, write: (value: number) => string): string {
  if (min !== null && min === max) return write(min);
  return `${min === null ? '' : write(min)}〜${max === null ? '' : write(max)}`;
}

function shown(finding: RuleFinding): { readonly fact: string; readonly limit: string | null } {
  switch (finding.rule) {
    case 'host-class':
      return { fact: kindText(finding.fact), limit: finding.limit.map(kindText).join('、') };
    case 'sme':
      return {
        fact: sizeText(finding.fact),
        limit: finding.limit && '業種ごとの資本金か従業員数のどちらかが法の範囲内',
      };
    case 'large-enterprise':
      return {
        fact: finding.fact ? '大企業' : '大企業ではない',
        limit:
          finding.limit && { 'own-cost': '費用を派遣先が負担すれば受け付ける', refused: '受け付けない' }[finding.limit],
      };
    case 'session-cap':
      return {
        fact: `${finding.fact}回`,
        limit:
          finding.limit &&
          `${finding.limit.sessions}回まで（${finding.limit.per === 'year' ? '年度の合計' : '1件ごと'}）`,
      };
    case 'request-lead':
      return {
        fact: `最初の候補日の${finding.fact}日前に受付`,
        limit: finding.limit && `${finding.limit.days}日前（${formatSlashDate(finding.limit.until)}）まで`,
      };
    case 'plan-form':
      return {
        fact: finding.fact ? `${formatSlashDate(finding.fact)}に受付` : '受け付けていない',
        limit: finding.limit && (finding.limit.from === 1 ? '必ず要る' : `${finding.limit.from}回以上のとき要る`),
      };
    case 'plan-lead':
      return {
        fact: finding.fact ? `${formatSlashDate(finding.fact)}に受付` : '受け付けていない',
        limit: finding.limit && `${finding.limit.days}日前（${formatSlashDate(finding.limit.until)}）まで`,
      };
    case 'session-hours':
      return { fact: hours(finding.fact), limit: finding.limit && rangeText(finding.limit, hours) };
    case 'material':
      return {
        fact: finding.fact === null ? unknown : amount(finding.fact),
        limit: finding.limit && borneText(finding.limit),
      };
    case 'trainee-age': {
      const { min, max, hasReason } = finding.fact;
      const ages = min === null && max === null ? unknown : rangeText({ min, max }, (age) => `${age}歳`);
      return {
        fact: hasReason ? `${ages}（例外の理由あり）` : ages,
        limit: finding.limit && rangeText(finding.limit, (age) => `${age}歳`),
      };
    }
    case 'years-running':
      return { fact: `続けて${finding.fact}年目`, limit: finding.limit === null ? null : `${finding.limit}年まで` };
    case 'times-a-year':
      return { fact: `この年度の${finding.fact}件目`, limit: finding.limit === null ? null : `${finding.limit}件まで` };
    case 'double-subsidy':
      return {
        fact: finding.fact === null ? '申告がない' : finding.fact === 'used' ? '受ける' : '受けない',
        limit: finding.limit && '同じ訓練にほかの補助を受けないこと',
      };
  }
}

function borneText({ yen, total }: { readonly yen: number; readonly total: number }): string {
  return yen === 0 ? ruleText.notBorne : `1人1日${amount(yen)}、合計${amount(total)}まで（税抜）`;
}

function kindText(kind: string): string {
  return organizationKinds.find(({ code }) => code === kind)?.label ?? kind;
}

type Size = {
  readonly industryCode: string | null;
  readonly capitalYen: number | null;
  readonly employees: number | null;
};

function sizeText({ industryCode, capitalYen, employees }: Size): string {
  return [
    industryCode === null ? '業種がわからない' : (findIndustry(industryCode)?.name ?? industryCode),
    capitalYen === null ? '資本金がわからない' : `資本金${amount(capitalYen)}`,
    employees === null ? '従業員数がわからない' : `従業員${employees.toLocaleString('ja-JP')}人`,
  ].join('、');
}
