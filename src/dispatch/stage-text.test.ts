import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { RequestMoveRefusal } from './domain/move-request.ts';
import { requestCommands, requestStages } from './domain/request-stage.ts';
import { stageTransitions } from './domain/stage-transitions.ts';
import { nextActs, requestCommandNames, requestMoveRefusalText, stageNames } from './stage-text.ts';

const day = plainDate('2022-11-10');

const wrongStages = requestStages.flatMap((stage) =>
  requestCommands.flatMap((command): RequestMoveRefusal[] => {
    const cell = stageTransitions[stage][command];
    return 'no' in cell ? [{ kind: 'wrong-stage', command, stage, why: cell.no }] : [];
  }),
);

test('every refusal has its sentence with what to do, and blames nobody [FRM-32]', () => {
  expect(wrongStages.length).toBeGreaterThan(200);
  const refusals: readonly RequestMoveRefusal[] = [
    ...wrongStages,
    { kind: 'reason-missing', command: 'reject' },
    { kind: 'in-the-future', day, today: day },
    { kind: 'before-last-step', day, lastDay: day },
    { kind: 'visits-planned', command: 'withdraw', planned: 2 },
    { kind: 'moved-meanwhile', stage: 'accepted' },
  ];
  for (const refusal of refusals) {
    const text = requestMoveRefusalText(refusal);
    expect(text).toMatch(/ください/u);
    expect(text).not.toMatch(/undefined|不正|無効|null|\[object/u);
  }
});

test('every stage and step has a word of its own, and every stage says who acts next', () => {
  expect(new Set(Object.values(stageNames)).size).toBe(requestStages.length);
  expect(new Set(Object.values(requestCommandNames)).size).toBe(requestCommands.length);
  for (const stage of requestStages) expect(nextActs[stage]).toMatch(/職員|コーディネーター|派遣先|マイスター|手続/u);
});
