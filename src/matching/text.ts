import { programLabel } from '#dispatch/domain/program.ts';
import { instructorKinds, type InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { organizationKinds, type OrganizationKind } from '#organization/domain/organization-kind.ts';
import { founderLabel } from '#organization/domain/school-founder.ts';
import { problemText } from '#record/text.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { assignInstructor } from './assign-instructor.server.ts';
import { heldRefusalText, isHeldRefusal } from './held-text.ts';
import type { Verdict } from './domain/eligibility.ts';
import type { ChoiceBlock } from './domain/assignment.ts';
import type { DayBlock } from './domain/free-days.ts';
import type { RankingReason } from './domain/ranking.ts';

/** Words of the page of candidates. */
export const matchingText = {
  title: 'マイスター等を選ぶ',
  requests: '派遣要請',
  ranked: '候補',
  rankedLead: '距離・空き日・年間上限・活動の間隔から点をつけ、高い順に並べています。決めるのは担当者です。',
  rank: '順位',
  name: '氏名',
  kind: '種別',
  distance: '距離',
  freeDays: '空き日',
  left: '残り回数',
  lastActivity: '最終活動日',
  score: '点',
  reasons: '点の内訳',
  verdicts: '条件の確認',
  choose: 'この人を選ぶ',
  chosen: '選択中',
  none: '候補がいません',
  noneLead: '下の「候補にならない人」で、一人ずつ理由を確かめてください。候補日を増やすと見つかることがあります。',
  excluded: '候補にならない人',
  excludedLead: '同じ職種の登録者のうち、条件に合わない人とその理由です。',
  why: '理由',
  nobody: 'この職種の登録者はいません',
  nobodyLead: '職種を確かめるか、マイスター等の登録に職種を加えてください。',
  noLimit: '上限なし',
  never: '記録なし',
  unknown: '不明',
  assign: 'この日で割り当てる',
  offerFirst: '割り当てる前に打診する',
  days: '派遣する日',
  startsAt: '開始',
  startsAtHint: '決まっていれば入力します。例：13:30',
  full: '希望された回数の予定はそろっています',
  fullLead: '日を増やすときは、要請の希望回数を先に変更してください。',
  heldLead: '打診している日と人数を除いて、割り当てる日を選べます。',
  allHeldLead: '割り当てられる日がありません。返事を記録するか、打診を取り消してください。',
  noRoom: '割り当てられる日がありません',
  noRoomLead: '派遣先の回数の上限まで、予定か打診があります。派遣の基準を確かめてください。',
  openOffers: '打診と返事を見る',
  cancel: '選び直す',
  chooseHeader: '選択',
  scoreUnit: '点',
  host: '派遣先（実施場所）',
  program: '事業区分・職種',
  sessions: '希望/予定/実施',
} as const;

/** Who was asked and has not answered. */
export function heldText(names: readonly string[]): string {
  return `${names.map((name) => `${name}さん`).join('・')}に打診していて、返事を待っています`;
}

export const kindLabel = (kind: InstructorKind): string =>
  instructorKinds.find(({ code }) => code === kind)?.label ?? kind;

/** 「希望10回・予定2回・実施0回」. */
export function sessionsText({
  wished,
  planned,
  held,
}: {
  readonly wished: number;
  readonly planned: number;
  readonly held: number;
}): string {
  return `希望${wished}回・予定${planned}回・実施${held}回`;
}

/** The heading over the days of one person. */
export function chosenText(name: string): string {
  return `${name}さんを派遣する`;
}

/** How many days can be chosen. */
export function daysHint(open: number, minutes: number | null): string {
  return `あと${open}回分まで選べます。${minutes === null ? '' : `1回${minutes / 60}時間です。`}`;
}

const BLOCKS: Readonly<Record<ChoiceBlock, string>> = {
  weekday: '活動できる曜日ではありません',
  unavailable: '活動不可日です',
  busy: 'ほかの派遣があります（移動の時間を含みます）',
  'month-full': '月の上限回数に達しています',
  'before-course': '講習の修了前です',
  'not-proposed': '候補日ではありません',
  served: 'この要請の派遣に必要な人数がそろっています',
  'other-time': '別の開始時刻で派遣の予定があります',
};

const BLOCK_COUNTS: Readonly<Record<DayBlock, string>> = {
  weekday: '活動できない曜日',
  unavailable: '活動不可日',
  busy: 'ほかの派遣',
  'month-full': '月の上限回数',
  'before-course': '講習の修了前',
};

/** What a rule says of a candidate, with its facts: the same sentence for those who pass and those who do not. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.rule) {
    case 'registered':
      return verdict.passed ? '登録されています' : '登録が解除されているか、活動を続けない意向です';
    case 'trade-taught': {
      const trade = findTrade(verdict.tradeCode)?.name ?? verdict.tradeCode;
      return verdict.passed ? `${trade}を指導できます` : `${trade}を指導する登録がありません`;
    }
    case 'kind-fits':
      return kindText(verdict);
    case 'course-done':
      return courseText(verdict);
    case 'cap-left':
      return capText(verdict);
    case 'free-day':
      return freeDayText(verdict);
    case 'other-employer':
      return verdict.passed
        ? '派遣先の所属ではありません'
        : `所属「${verdict.employer}」が派遣先「${verdict.hostName}」と同じです`;
    case 'host-kind-fits':
      return hostKindText(verdict);
    case 'founder-fits':
      return founderText(verdict);
  }
}

type Of<Rule extends Verdict['rule']> = Extract<Verdict, { readonly rule: Rule }>;

function kindText({ passed, kind, program, allowed, hasMeister }: Of<'kind-fits'>): string {
  if (passed) return `${kindLabel(kind)}は${programLabel(program)}を担当できます`;
  if (allowed.includes(kind) && hasMeister)
    return 'この職種のものづくりマイスターが登録されているため、熟練技能者は派遣できません';
  return `${programLabel(program)}を担当できるのは${allowed.map(kindLabel).join('・')}です（${kindLabel(kind)}）`;
}

function courseText({ passed, course, needed }: Of<'course-done'>): string {
  if (!needed) return '指導技法等講習は要りません';
  if (course?.status === 'completed') return `指導技法等講習を${formatSlashDate(course.on)}に修了しています`;
  if (passed) return '指導技法等講習を免除されています';
  return course === null ? '指導技法等講習の記録がありません' : '指導技法等講習を受けていません';
}

function capText({ passed, cap, held, planned, left }: Of<'cap-left'>): string {
  if (cap === null) return '年間上限回数の定めはありません';
  const used = `上限${cap}回のうち実施${held}回・予定${planned}回`;
  return passed ? `${used}で、あと${left}回です` : `${used}で、年間上限に達しています`;
}

function hostKindText({ passed, hostKind, accepted }: Of<'host-kind-fits'>): string {
  if (accepted === null) return '受け入れる派遣先の限定はありません';
  const kinds = accepted.map(hostKindLabel).join('・');
  return passed
    ? `${hostKindLabel(hostKind)}を引き受けます`
    : `引き受けるのは${kinds}だけです（${hostKindLabel(hostKind)}）`;
}

function founderText({ passed, founder, accepted }: Of<'founder-fits'>): string {
  if (founder === 'none') return '派遣先は学校ではないので、設置者は問いません';
  if (accepted === null) return '引き受ける学校の限定はありません';
  const only = `引き受ける学校は${accepted.map(founderLabel).join('・')}だけです`;
  if (founder === 'unknown')
    return passed
      ? 'どの設置者の学校も引き受けます'
      : `${only}が、派遣先の設置者がわかりません（派遣先の記録に設置者か学校コードを入力してください）`;
  return passed ? `${founderLabel(founder)}の学校を引き受けます` : `${only}（派遣先は${founderLabel(founder)}）`;
}

function hostKindLabel(kind: OrganizationKind): string {
  return organizationKinds.find(({ code }) => code === kind)?.label ?? kind;
}

function freeDayText({ passed, freeDays, blocked, proposed }: Of<'free-day'>): string {
  if (proposed === 0) return '今日より後の候補日がありません';
  const causes = Object.entries(BLOCK_COUNTS).flatMap(([block, cause]) => {
    const count = blocked[block as DayBlock];
    return count ? [`${cause}${count}日`] : [];
  });
  const others = causes.length > 0 ? `（${causes.join('、')}）` : '';
  return passed
    ? `候補日${proposed}日のうち${freeDays.length}日が空いています${others}`
    : `候補日${proposed}日に空きがありません${others}`;
}

/** One part of the order in words: 「距離 12km：35.2/40点」. */
export function reasonText(reason: RankingReason): string {
  return `${reasonFacts(reason)}：${reason.points}/${reason.most}点`;
}

function reasonFacts(reason: RankingReason): string {
  switch (reason.part) {
    case 'distance':
      return reason.kilometres === null ? '距離 不明' : `距離 ${reason.kilometres}km`;
    case 'free-days':
      return `空き日 ${reason.days}日（必要${reason.wanted}日）`;
    case 'cap-left':
      return reason.cap === null ? '年間上限 なし' : `残り ${reason.left}回（上限${reason.cap}回）`;
    case 'dormancy':
      return dormancyText(reason.dormancy);
    case 'last-activity':
      return reason.lastActivityOn === null
        ? '最終活動 記録なし'
        : `最終活動 ${formatSlashDate(reason.lastActivityOn)}`;
  }
}

function dormancyText(dormancy: Extract<RankingReason, { readonly part: 'dormancy' }>['dormancy']): string {
  switch (dormancy.kind) {
    case 'unknown':
      return '活動の間隔 不明';
    case 'active':
    case 'nearing':
      return `3年の期限 ${formatSlashDate(dormancy.lastDay)}`;
    case 'dormant':
      return `3年以上活動なし（${formatSlashDate(dormancy.lastDay)}まで）`;
  }
}

type Answer = Awaited<ReturnType<typeof assignInstructor>>;

/** Why nobody was assigned, and what to do (FRM-32). */
export function assignmentRefusalText(refusal: Extract<Answer, { readonly ok: false }>['refusal']): string {
  if (isHeldRefusal(refusal)) return heldRefusalText(refusal);
  switch (refusal.kind) {
    case 'no-day':
      return '派遣する日が選ばれていません。1日以上選んでください。';
    case 'day-not-free':
      return `${refusal.days.map(({ day, block }) => `${formatSlashDate(day)}は${BLOCKS[block]}`).join('。')}。いまの空き日から選び直してください。`;
    case 'not-eligible':
      return `この人は割り当てられません。${refusal.verdicts.map(verdictText).join('。')}。別の候補を選んでください。`;
    case 'too-many-days':
      return `選んだ日は${refusal.chosen}日ですが、割り当てられるのはあと${refusal.open}回分です。日を減らしてください。`;
    case 'over-cap':
      return `選んだ日は${refusal.chosen}日ですが、この人の年間上限まではあと${refusal.left}回です。日を減らしてください。`;
    case 'over-month-cap':
      return `選んだ日のうち${monthText(refusal.month)}は${refusal.chosen}日ですが、この人の月の上限まではあと${refusal.left}回です。日を減らしてください。`;
    case 'over-host-cap':
      return `選んだ日は${refusal.chosen}日ですが、派遣先の上限（${refusal.per === 'year' ? '年度' : '要請'}ごとに${refusal.sessions}回）まではあと${refusal.left}回です。日を減らすか、派遣の基準を確かめてください。`;
    case 'visits':
      return refusal.problems.map(({ header, problem }) => problemText(header, problem)).join('');
  }
}

/** A month as 2022年12月. */
function monthText(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}
