import { expect, test } from 'vitest';
import { buildAssignmentModel, parseInstances, publishedBest, saysItselfInCaps } from './generalised-assignment.ts';

const twoByThree = '2 3\n5 6 7\n8 9 4\n1 2 3\n3 2 1\n4 5\n';

test('a file of the OR-Library is read problem by problem', () => {
  const instance = {
    value: [
      [5, 6, 7],
      [8, 9, 4],
    ],
    use: [
      [1, 2, 3],
      [3, 2, 1],
    ],
    capacity: [4, 5],
  };
  expect(parseInstances(` 2\n${twoByThree}${twoByThree}`)).toEqual([instance, instance]);
  expect(() => parseInstances(`1\n${twoByThree.slice(0, -4)}`)).toThrow('no number');
});

test('only equal uses of an agent are a cap', () => {
  const [uneven] = parseInstances(`1\n${twoByThree}`);
  const [even] = parseInstances('1\n1 2\n5 6\n3 3\n6\n');
  expect(uneven && saysItselfInCaps(uneven)).toBe(false);
  expect(even && saysItselfInCaps(even)).toBe(true);
});

test('the model has a row for each agent and for each job, and wants the most', () => {
  const [instance] = parseInstances(`1\n${twoByThree}`);
  const model = instance && buildAssignmentModel(instance);
  expect(model?.rowNames).toEqual(['agent0', 'agent1', 'job0', 'job1', 'job2']);
  expect([...(model?.cost ?? [])]).toEqual([-5, -6, -7, -8, -9, -4]);
  expect([...(model?.values.slice(0, 6) ?? [])]).toEqual([1, 2, 3, 3, 2, 1]);
});

test('twelve files of five problems have a published best value', () => {
  expect(publishedBest.map((file) => file.length)).toEqual(Array.from({ length: 12 }, () => 5));
});
