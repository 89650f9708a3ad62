import { expect, test } from 'vitest';
import type { CertificationCommand, CertificationState } from './certification-state.ts';
import { markStations } from './case-stations.ts';

const step = (command: CertificationCommand, to: CertificationState) => ({ command, to });

const bundled = [step('start-draft', 'drafting'), step('receive', 'received'), step('add-to-batch', 'batched')];

test.each([
  ['scouted', [], 'here upcoming upcoming upcoming upcoming upcoming upcoming upcoming'],
  ['batched', bundled, 'completed completed completed skipped here upcoming upcoming upcoming'],
  [
    'batched',
    [...bundled, step('call-interview', 'interview')],
    'completed completed completed completed here upcoming upcoming upcoming',
  ],
  ['returned', bundled, 'completed completed completed skipped completed completed stopped upcoming'],
  ['certified', bundled, 'completed completed completed skipped completed completed completed here'],
  ['rejected', bundled, 'completed completed completed skipped completed completed completed stopped'],
  [
    'withdrawn',
    [step('withdraw', 'withdrawn')],
    'stopped upcoming upcoming upcoming upcoming upcoming upcoming upcoming',
  ],
  [
    'withdrawn',
    [step('start-draft', 'drafting'), step('withdraw', 'withdrawn')],
    'completed stopped upcoming upcoming upcoming upcoming upcoming upcoming',
  ],
] as const)('an application that is %s stands among its stations', (state, steps, marks) => {
  expect(
    markStations(state, steps)
      .map(({ mark }) => mark)
      .join(' '),
  ).toBe(marks);
});
