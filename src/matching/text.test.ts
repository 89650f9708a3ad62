import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { aCandidate, cornerFacts, requestFacts, wholeDays } from './domain/candidate.fixture.ts';
import { eligibilityRules, judgeCandidate } from './domain/eligibility.ts';
import { proposedDays } from './domain/free-days.ts';
import { rankCandidates } from './domain/ranking.ts';
import { assignmentRefusalText, reasonText, verdictText } from './text.ts';

const monday = plainDate('2022-12-05');

function sentences(changes: Parameters<typeof aCandidate>[0], hasMeister = true): readonly string[] {
  const request = requestFacts();
  const corner = cornerFacts({ hasMeister });
  const days = proposedDays(request, corner);
  return judgeCandidate({ candidate: aCandidate(changes), request, corner, days }).verdicts.map(verdictText);
}

test('says for every rule why somebody may go', () => {
  const course = { status: 'completed', on: plainDate('2022-06-15') } as const;
  expect(
    sentences({ course, yearlyCap: 10, held: 3, planned: 2, availableWeekdays: [1, 2], busy: wholeDays([monday]) }),
  ).toEqual([
    '登録されています',
    '機械加工を指導できます',
    'ものづくりマイスターは実技指導を担当できます',
    '指導技法等講習を2022/06/15（水）に修了しています',
    '上限10回のうち実施3回・予定2回で、あと5回です',
    '派遣先の所属ではありません',
    '受け入れる派遣先の限定はありません',
    '派遣先は学校ではないので、設置者は問いません',
    '候補日5日のうち1日が空いています（活動できない曜日3日、ほかの派遣1日）',
  ]);
});

test('says for every rule why somebody may not go', () => {
  const all = {
    isDeleted: true,
    tradeCodes: [],
    kind: 'skilled-worker',
    yearlyCap: 0,
    employer: '架空精機',
    hostKinds: ['technical-school'],
    availableWeekdays: [0],
  } as const;
  expect(sentences(all)).toEqual([
    '登録が解除されているか、活動を続けない意向です',
    '機械加工を指導する登録がありません',
    'この職種のものづくりマイスターが登録されているため、熟練技能者は派遣できません',
    '指導技法等講習は要りません',
    '上限0回のうち実施0回・予定0回で、年間上限に達しています',
    '所属「架空精機」が派遣先「架空精機株式会社」と同じです',
    '引き受けるのは工業高校等だけです（中小企業）',
    '派遣先は学校ではないので、設置者は問いません',
    '候補日5日に空きがありません（活動できない曜日5日）',
  ]);
  expect(sentences({ kind: 'medalist', course: null })).toContain(
    '実技指導を担当できるのはものづくりマイスター・熟練技能者です（メダリスト）',
  );
  expect(sentences({ course: null })).toContain('指導技法等講習の記録がありません');
  expect(sentences({ course: { status: 'not-taken' } })).toContain('指導技法等講習を受けていません');
});

test.each([
  ['private', null, '引き受ける学校の限定はありません'],
  ['public', ['public'], '公立の学校を引き受けます'],
  ['private', ['national', 'public'], '引き受ける学校は国立・公立だけです（派遣先は私立）'],
  [
    'unknown',
    ['public'],
    '引き受ける学校は公立だけですが、派遣先の設置者がわかりません（派遣先の記録に設置者か学校コードを入力してください）',
  ],
  ['unknown', ['national', 'public', 'private'], 'どの設置者の学校も引き受けます'],
] as const)(
  'of a %s school says whether it is taken on by somebody who takes on %j',
  (hostFounder, hostFounders, text) => {
    const facts = {
      candidate: aCandidate({ hostFounders }),
      request: requestFacts({ hostFounder }),
      corner: cornerFacts(),
      days: [],
    };
    expect(verdictText(eligibilityRules['founder-fits'](facts))).toBe(text);
  },
);

test('explains every part of the order with its facts and points', () => {
  const candidate = aCandidate({ yearlyCap: 10, held: 5, lastActivityOn: plainDate('2019-12-30') });
  const [best] = rankCandidates([candidate], requestFacts(), cornerFacts()).ranked;
  expect(best?.reasons.map(reasonText)).toEqual([
    '距離 0km：40/40点',
    '空き日 5日（必要2日）：25/25点',
    '残り 5回（上限10回）：7.5/15点',
    '3年の期限 2022/12/30（金）：13.8/15点',
    '最終活動 2019/12/30（月）：5/5点',
  ]);
});

test.each([
  [{ kind: 'no-day' } as const, '派遣する日が選ばれていません。1日以上選んでください。'],
  [
    { kind: 'day-not-free', days: [{ day: monday, block: 'busy' }] } as const,
    '2022/12/05（月）はほかの派遣があります（移動の時間を含みます）。いまの空き日から選び直してください。',
  ],
  [
    { kind: 'not-eligible', verdicts: [{ rule: 'registered', passed: false }] } as const,
    'この人は割り当てられません。登録が解除されているか、活動を続けない意向です。別の候補を選んでください。',
  ],
  [
    { kind: 'too-many-days', chosen: 3, open: 2 } as const,
    '選んだ日は3日ですが、割り当てられるのはあと2回分です。日を減らしてください。',
  ],
  [
    { kind: 'over-cap', chosen: 3, left: 2 } as const,
    '選んだ日は3日ですが、この人の年間上限まではあと2回です。日を減らしてください。',
  ],
  [
    { kind: 'over-month-cap', month: '2022-12', chosen: 3, left: 2 } as const,
    '選んだ日のうち2022年12月は3日ですが、この人の月の上限まではあと2回です。日を減らしてください。',
  ],
  [
    { kind: 'over-host-cap', sessions: 20, per: 'year', used: 19, chosen: 2, left: 1 } as const,
    '選んだ日は2日ですが、派遣先の上限（年度ごとに20回）まではあと1回です。日を減らすか、派遣の基準を確かめてください。',
  ],
])('a refused assignment says what happened, why and what to do [FRM-32]: %j', (refusal, sentence) => {
  expect(assignmentRefusalText(refusal)).toBe(sentence);
});
