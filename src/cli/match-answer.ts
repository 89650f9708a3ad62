import type { Adoption } from '#assignment-plan/adopt-proposals.server.ts';
import { blockerText } from '#assignment-plan/explanation-text.ts';
import type { ResultAssignment, RunResult } from '#assignment-plan/run-result.server.ts';
import { qualityText } from '#assignment-plan/run-text.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';

export const matchText = {
  usage: `使い方: takumi match --corner CC --year YYYY [--from 年月日] [--to 年月日] [--time-limit 秒] [--seed 数]
                    [--commit [--as visit|offer] [--answer-by 年月日]] [--lp FILE] [--json]

相談中の要請すべてについて、だれがいつ行くかをまとめて計算します。--commit がなければ提案だけで、予定も打診も作りません。
計算は基本案の条件で行い、結果は画面の「年間の割当」にも残ります。Ctrl+C で止めると、そこまでのいちばんよい提案を残します。

  --corner      都道府県コード 01〜47
  --year        年度の始まる西暦4桁
  --from --to   割り当てる期間。省くと、案の条件（ふつうは今日から年度の終わりまで）
  --time-limit  計算を止めるまでの秒数
  --seed        乱数の種。同じ入力と種なら、同じ結果になります
  --commit      提案を採用します。要請ごとにいまの条件で確かめ直し、だめな要請は理由を示して何も作りません
  --as          採用して作るもの。visit（予定。ふつう）か offer（マイスター等への打診）
  --answer-by   打診の返事の期限（--as offer のとき）
  --lp          計算の式を CPLEX LP 形式のファイルに書きます。ほかのソルバーで確かめられます
  --json        結果を JSON で標準出力に書きます`,
  stopped: '計算を途中で止めました。そこまでのいちばんよい提案を残しました。',
  noProposal: '提案はまだありません。',
  proposedOnly:
    '提案だけです。予定も打診も作っていません。採用するには --commit を付けるか、画面の「年間の割当」で選びます。',
  refused: (request: string, reason: string) => `${request} は採用できませんでした。${reason}`,
} as const;

type Answer = {
  readonly corner: string;
  readonly result: RunResult;
  readonly adoption: Adoption | undefined;
  readonly lp: string | undefined;
};

const number = (value: number) => value.toLocaleString('ja-JP');

/** What was computed, in sentences and lines. */
export function matchLines({ result, lp }: Answer): readonly string[] {
  const { plan, run, gap, assignments, unserved, dropped } = result;
  const left = unserved.reduce((sum, { sessions }) => sum + sessions, 0);
  const quality =
    run.points === null
      ? matchText.noProposal
      : `${qualityText(gap ?? undefined)}（点の合計 ${number(run.points)}、下限 ${number(run.bound ?? 0)}）`;
  return [
    `${fiscalYearLabel(plan.fiscalYear)}の割当（${plan.name}）を計算しました。${quality}`,
    ...(lp === undefined ? [] : [`計算の式を ${lp} に書きました。`]),
    `割り当てた回数 ${number(assignments.length)}回、割り当てられない回数 ${number(left)}回`,
    ...assignments.map(assignmentLine),
    ...(unserved.length === 0 ? [] : ['割り当てられない要請']),
    ...unserved.map(({ request, sessions, blockers, remedyText }) =>
      [`  ${request}  ${sessions}回`, blockers.map(blockerText).join('、'), remedyText ?? '']
        .filter(Boolean)
        .join('  '),
    ),
    ...(dropped.length === 0 ? [] : ['提案に入らない予定（採用しても残ります。行かないときは中止してください）']),
    ...dropped.map(
      ({ request, visit, visitOn, instructors }) => `  ${visit}  ${request}  ${visitOn}  ${instructors.join('、')}`,
    ),
  ];
}

function assignmentLine({ request, visitOn, startsAt, endsAt, instructors, replaces }: ResultAssignment): string {
  const time = startsAt === null ? '時刻未定' : `${startsAt}〜${endsAt ?? ''}`;
  const instead = replaces ? `（予定 ${replaces.visit}、${replaces.visitOn} を変更）` : '';
  return `  ${request}  ${visitOn} ${time}  ${instructors.join('、')}${instead}`;
}

/** What was made of the proposal, or that nothing was. */
export function adoptionLines({ adoption }: Answer): readonly string[] {
  if (!adoption) return [matchText.proposedOnly];
  const { adopted, refused } = adoption;
  const made = (key: 'visits' | 'offers') => adopted.reduce((sum, each) => sum + each[key], 0);
  const counts = [
    ...(made('visits') > 0 ? [`予定${number(made('visits'))}件`] : []),
    ...(made('offers') > 0 ? [`打診${number(made('offers'))}件`] : []),
  ].join('・');
  const rest = refused.length === 0 ? '' : `${number(refused.length)}件は採用できませんでした。`;
  return [`${number(adopted.length)}件の要請を採用しました${counts && `（${counts}）`}。${rest}`];
}

/** The one JSON document of `--json` (contract.md §1). */
export function matchJson({ corner, result, adoption, lp }: Answer): object {
  const { plan, run, gap, assignments, unserved, dropped } = result;
  return {
    corner,
    fiscalYear: plan.fiscalYear,
    run: {
      id: run.id,
      state: run.state,
      inputHash: run.inputHash,
      weights: run.weights,
      seed: run.seed,
      stepLimit: run.stepLimit,
      version: run.codeVersion,
    },
    objective: run.points,
    bound: run.bound,
    gap,
    proven: run.proven,
    breakdown: run.breakdown,
    assignments: assignments.map(
      ({ request, visitOn, startsAt, endsAt, instructors, replaces, reasons, runnerUp }) => ({
        request,
        visitOn,
        startsAt,
        endsAt,
        instructors,
        replaces,
        reasons,
        runnerUp,
      }),
    ),
    unserved: unserved.map(({ request, sessions, blockers, remedy }) => ({ request, sessions, blockers, remedy })),
    dropped,
    ...(lp !== undefined && { lp }),
    ...(adoption && {
      adopted: adoption.adopted.map(({ requestId, visits, offers }) => ({
        request: result.numberOf(requestId),
        visits,
        offers,
      })),
      refused: adoption.refused.map(({ requestId, refusal }) => ({
        request: result.numberOf(requestId),
        reason: refusal.kind,
      })),
    }),
  };
}
