import { expect, test } from 'vitest';
import { followingStages, recordedStages, requestCommands, requestStages } from './request-stage.ts';
import { foldStage, type StageFacts } from './stage-facts.ts';
import { markStageStations } from './stage-stations.ts';
import { listStageCommands, stageTransitions } from './stage-transitions.ts';

test('each stage takes these steps and no others [domain.md §4.3]', () => {
  const ways = Object.fromEntries(
    requestStages.map((stage) => [
      stage,
      listStageCommands(stage).map((command) => {
        const cell = stageTransitions[stage][command];
        return 'to' in cell ? `${command} ${cell.to}` : '';
      }),
    ]),
  );
  const out = ['waitlist waitlisted', 'reject rejected', 'withdraw withdrawn'];
  expect(ways).toEqual({
    enquiry: ['hear hearing', 'submit submitted', ...out],
    hearing: ['submit submitted', 'return enquiry', ...out],
    submitted: ['check-eligibility eligibility-checked', 'return hearing', ...out],
    'eligibility-checked': ['begin-matching matching', 'offer offered', 'return hearing', ...out],
    matching: ['offer offered', 'accept accepted', 'return hearing', ...out],
    offered: ['accept accepted', 'decline matching', ...out],
    accepted: ['offer offered', 'decline matching', 'hold-pre-meeting pre-meeting', 'issue-plan plan-issued', ...out],
    'pre-meeting': ['offer offered', 'decline matching', 'issue-plan plan-issued', ...out],
    'plan-issued': ['offer offered', 'decline matching', 'approve approved', 'return pre-meeting', ...out],
    approved: ['offer offered', 'decline matching', ...out],
    'in-progress': ['withdraw withdrawn', 'close closed'],
    completed: ['close closed'],
    reported: ['close closed'],
    surveyed: ['close closed'],
    settled: ['close closed'],
    waitlisted: ['resume submitted', 'reject rejected', 'withdraw withdrawn'],
    closed: [],
    rejected: [],
    withdrawn: [],
  });
});

test('every stage answers every command', () => {
  for (const stage of requestStages)
    expect(Object.keys(stageTransitions[stage]).toSorted()).toEqual([...requestCommands].toSorted());
});

test('from the first held visit on the stage follows from what can be counted [domain.md §4.3]', () => {
  const cases: readonly (readonly [Partial<StageFacts>, string])[] = [
    [{ wished: 3, planned: 3, held: 0 }, 'approved'],
    [{ wished: 3, planned: 2, held: 1 }, 'in-progress'],
    [{ wished: 3, planned: 0, held: 3 }, 'completed'],
    [{ wished: 3, planned: 0, held: 3, reported: 2 }, 'completed'],
    [{ wished: 3, planned: 0, held: 3, reported: 3 }, 'reported'],
    [{ wished: 3, planned: 0, held: 3, reported: 3, surveyed: 3 }, 'surveyed'],
    [{ wished: 3, planned: 0, held: 3, reported: 3, surveyed: 3, settled: 3 }, 'settled'],
    [{ wished: 3, planned: 0, held: 3, surveyed: 3, settled: 3 }, 'completed'],
  ];
  const none: StageFacts = { wished: 0, planned: 0, held: 0, reported: 0, surveyed: 0, settled: 0 };
  for (const [facts, stage] of cases)
    expect([facts, foldStage('approved', { ...none, ...facts })]).toEqual([facts, stage]);
  const held = { ...none, wished: 1, held: 1 };
  for (const stage of ['closed', 'rejected', 'withdrawn', 'waitlisted'] as const)
    expect(foldStage(stage, held)).toBe(stage);
  for (const stage of recordedStages) expect(foldStage(stage, { ...none, wished: 1, planned: 1 })).toBe(stage);
});

test('the stations say where a request stands, where it ended, and that a closed one is behind them all [DOC-21]', () => {
  const marks = (stage: Parameters<typeof markStageStations>[0], from = stage) =>
    markStageStations(stage, from)
      .map(({ mark }) => mark[0])
      .join('');
  expect(marks('enquiry')).toBe('huuuuuuuuu');
  expect(marks('offered')).toBe('ccchuuuuuu');
  expect(marks('settled')).toBe('ccccccccch');
  expect(marks('closed')).toBe('cccccccccc');
  expect(marks('withdrawn', 'matching')).toBe('ccsuuuuuuu');
  for (const stage of [...recordedStages, ...followingStages])
    expect(marks(stage, 'submitted')).toMatch(/^c*[hs]?u*$/u);
});
