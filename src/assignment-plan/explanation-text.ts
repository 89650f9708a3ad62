import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { Blocker, BlockRule, ConstraintPart, Remedy, RemedyChange } from '#matching/domain/proposal.ts';
import type { SoftConstraintId } from '#optimizer/constraint.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { amountText, constraintName, hasUnit } from './constraint-text.ts';

/** What a session does for the whole where a constraint gains by it. */
const gains: Readonly<Record<SoftConstraintId, string>> = {
  'unserved-session': '要請に応えられる',
  'plan-target': '計画の目標に近づく',
  'travel-distance': '移動が短くなる',
  budget: '予算の超過が減る',
  continuity: '同じ人が続けて担当する',
  fairness: '回数がならされる',
  dormancy: '3年の期限が近い人が活動できる',
  'month-spread': '月の集中がやわらぐ',
  'new-alone': '初めての人に経験者が付く',
  stability: '前の割当を変えない',
};

/** Why a session is proposed, on one line: what it gains first, then what it costs. */
export function reasonLine(parts: readonly ConstraintPart[]): string {
  const ordered = parts
    .filter(({ points }) => points !== 0)
    .toSorted((left, right) => Math.abs(right.points) - Math.abs(left.points));
  const gained = ordered.filter(({ points }) => points < 0).map(({ rule }) => gains[rule]);
  const spent = ordered.filter(({ points }) => points > 0).map(partWords);
  return [...gained, ...spent].join('・');
}

function partWords({ rule, amount, points }: ConstraintPart): string {
  return `${constraintName(rule)} ${hasUnit(rule) ? amountText(rule, amount) : pointsText(points)}`;
}

/** 「+12点」「−600点」「0点」: what something adds to the points, fewer being better. */
export function pointsText(points: number): string {
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  return `${sign}${Math.abs(points).toLocaleString('ja-JP')}点`;
}

/** 「移動距離 +9km、回数の偏り +2点」: in what another choice differs; nothing where it differs in nothing. */
export function differenceText(parts: readonly ConstraintPart[]): string {
  return parts
    .filter(({ points, amount }) => points !== 0 || amount !== 0)
    .map(({ rule, amount, points }) => {
      const shown = `${amount < 0 ? '−' : '+'}${amountText(rule, Math.abs(amount))}`;
      return `${constraintName(rule)} ${hasUnit(rule) ? shown : pointsText(points)}`;
    })
    .join('、');
}

type Sentence = (instructors: number) => string;

const blocks: Readonly<Record<BlockRule, Sentence>> = {
  registered: (count) => `${count}人は登録が解除されているか、活動を続けない意向です`,
  'trade-taught': (count) => (count === 0 ? 'この職種の登録者がいません' : `${count}人はこの職種の登録がありません`),
  'kind-fits': (count) => `${count}人は種別がこの事業区分に合いません`,
  'course-done': (count) => `${count}人は指導技法等講習を修了していません`,
  'cap-left': (count) => `${count}人は年間上限回数に達しています`,
  'other-employer': (count) => `${count}人は派遣先の所属です`,
  'host-kind-fits': (count) => `${count}人はこの区分の派遣先を引き受けません`,
  'founder-fits': (count) => `${count}人はこの設置者の学校を引き受けません`,
  'free-day': (count) => `${count}人は候補日に空きがありません`,
  weekday: (count) => `${count}人は候補日が活動できる曜日ではありません`,
  unavailable: (count) => `${count}人は候補日が活動不可日です`,
  busy: (count) => `${count}人は候補日にほかの派遣があります`,
  'month-full': (count) => `${count}人は候補日の月の上限回数に達しています`,
  'before-course': (count) => `${count}人は候補日が講習の修了前です`,
  'no-day': () => '割り当てられる候補日がありません',
  'closed-day': () => '候補日が休止期間に入っています',
  forbidden: (count) => `${count}人を手で外しています`,
  declined: (count) => `${count}人は打診を断っています`,
  offered: (count) => `${count}人の空き日や残り回数を、返事待ちの打診のために空けています`,
  'start-time': (count) => `${count}人は開始時刻に間に合いません`,
  'team-size': () => '1回に必要な人数がそろいません',
  'host-limit': () => '派遣先の年間の上限に達しています',
  'yearly-cap': (count) => `${count}人は年間上限回数まで割り当てています`,
  'monthly-cap': (count) => `${count}人は月の上限回数まで割り当てています`,
  taken: (count) => `${count}人の空き日や残り回数を、別の要請に使っています`,
  'not-worth': () => '割り当てられますが、ほかの要請がそれ以上に不利になります',
  'not-found': () => '割り当てられますが、計算が終わるまでに見つかりませんでした',
};

/** What keeps a session from being held. */
export function blockerText({ rule, instructors }: Blocker): string {
  return blocks[rule](instructors);
}

type RemedyWords = {
  /** The change, and what it brings. */
  readonly text: string;
  /** What the link to make it says. */
  readonly act: string;
  /** Where it is made, below the corner and the 年度. */
  readonly path: string;
};

/** The cheapest remedy in plain words, with the page on which it is done. */
export function remedyWords(
  remedy: Remedy,
  { requestId, nameOf }: { readonly requestId: string; readonly nameOf: (instructorId: string) => string },
): RemedyWords {
  switch (remedy.kind) {
    case 'day':
      return {
        text: `候補日に${formatSlashDate(remedy.day)}を加えると、${nameOf(remedy.instructorId)}さんに割り当てられます`,
        act: '候補日を加える',
        path: `requests/${requestId}/edit`,
      };
    case 'instructor': {
      const trade = findTrade(remedy.tradeCode)?.name ?? remedy.tradeCode;
      return {
        text: `${remedy.withinKilometres}km以内に${trade}を指導できる人がもう1人いると、割り当てられます`,
        act: '不足の一覧を見る',
        path: `shortage?trade=${remedy.tradeCode}`,
      };
    }
    case 'cap':
      return {
        text: `${nameOf(remedy.instructorId)}さんの年間上限を${remedy.by}回増やすと、割り当てられます`,
        act: '上限を変える',
        path: `instructors/${remedy.instructorId}/edit`,
      };
    case 'course':
      return {
        text: `${nameOf(remedy.instructorId)}さんが指導技法等講習を修了すると、割り当てられます`,
        act: '講習を見る',
        path: 'courses',
      };
    case 'pair': {
      const [first, second] = remedy.changes;
      const of = { requestId, nameOf };
      const { act, path } = remedyWords({ ...first, points: 0 }, of);
      return {
        text: `${firstChangeText(first, nameOf)}、さらに${remedyWords({ ...second, points: 0 }, of).text}`,
        act,
        path,
      };
    }
    case 'host-limit':
      return {
        text: `派遣先の年間の上限を${remedy.by}回増やすと、割り当てられます`,
        act: '派遣の基準を見る',
        path: 'requests/rules',
      };
  }
}

/** The first of two changes, before the other one is named. */
function firstChangeText(change: RemedyChange, nameOf: (instructorId: string) => string): string {
  switch (change.kind) {
    case 'day':
      return `候補日に${formatSlashDate(change.day)}を加え`;
    case 'instructor':
      return `${findTrade(change.tradeCode)?.name ?? change.tradeCode}を指導できる人を${change.withinKilometres}km以内で1人増やし`;
    case 'cap':
      return `${nameOf(change.instructorId)}さんの年間上限を${change.by}回増やし`;
    case 'course':
      return `${nameOf(change.instructorId)}さんが指導技法等講習を修了し`;
    case 'host-limit':
      return `派遣先の年間の上限を${change.by}回増やし`;
  }
}
