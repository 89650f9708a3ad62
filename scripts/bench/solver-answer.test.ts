import { expect, test } from 'vitest';
import { gapOf, parseCbc, parseGlpsol } from './solver-answer.ts';

test('cbc that proved its answer', () => {
  const output =
    'Result - Optimal solution found\n\nObjective value:                26931.00000000\nEnumerated nodes: 0\n';
  expect(parseCbc(output)).toEqual({ objective: 26931, bound: 26931, proven: true });
});

test('cbc that ran out of time, with and without an answer', () => {
  const ended = 'Result - Stopped on time limit\n\n';
  const found = `${ended}Objective value:                200.00000000\nLower bound:                    150.000\nGap: 0.25\n`;
  expect(parseCbc(found)).toEqual({ objective: 200, bound: 150, proven: false });
  expect(gapOf(parseCbc(found))).toBe(0.25);
  const nothing = `${ended}Objective value:                1e+50\nLower bound:                    150.000\n`;
  expect(parseCbc(nothing)).toEqual({ objective: null, bound: 150, proven: false });
  expect(gapOf(parseCbc(nothing))).toBe(null);
});

test('glpsol that proved its answer, found one, and found none', () => {
  const work =
    '+   100: mip =     not found yet >=   1.0e+02        (1; 0)\n+   200: mip =   2.0e+02 >=   1.5e+02  25.0% (9; 1)\n';
  const file = (status: string) => `Problem:\nStatus:     ${status}\nObjective:  obj = 200 (MINimum)\n`;
  expect(parseGlpsol(work, file('INTEGER OPTIMAL'))).toEqual({ objective: 200, bound: 200, proven: true });
  expect(parseGlpsol(work, file('INTEGER NON-OPTIMAL'))).toEqual({ objective: 200, bound: 150, proven: false });
  expect(parseGlpsol('', file('INTEGER UNDEFINED'))).toEqual({ objective: null, bound: null, proven: false });
});
