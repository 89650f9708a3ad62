import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { decideMove, type CertificationMove, type CertificationMoveFacts } from './move.ts';

const today = plainDate('2022-11-30');
const facts = (changes: Partial<CertificationMoveFacts> = {}): CertificationMoveFacts => ({
  state: 'drafting',
  today,
  appliedOn: plainDate('2022-11-10'),
  lastStepOn: plainDate('2022-11-05'),
  suspensions: [{ since: plainDate('2022-04-01'), until: plainDate('2022-10-31'), reason: '基準の改定' }],
  shortcomings: {},
  ...changes,
});
const move = (changes: Partial<CertificationMove> = {}): CertificationMove => ({
  command: 'receive',
  happenedOn: today,
  reason: null,
  ...changes,
});

test.each([
  ['2022-10-31', 'intake-suspended'],
  ['2022-11-01', undefined],
] as const)('an application of %s is refused while the intake is suspended: %s [Y4-04]', (day, refusal) => {
  const decision = decideMove(move({ happenedOn: plainDate(day) }), facts({ lastStepOn: null }));
  expect(decision.ok ? undefined : decision.refusal.kind).toBe(refusal);
});

test.each([
  ['2022-11-04', 'before-last-step'],
  ['2022-11-05', undefined],
  ['2022-12-01', 'in-the-future'],
] as const)('a step of %s after one of 2022-11-05, today 2022-11-30: %s', (day, refusal) => {
  const decision = decideMove(move({ happenedOn: plainDate(day) }), facts());
  expect(decision.ok ? undefined : decision.refusal.kind).toBe(refusal);
});

test.each(['return', 'reject', 'withdraw'] as const)('%s needs a reason of more than blanks', (command) => {
  const decide = (reason: string) => decideMove(move({ command, reason }), facts({ state: 'under-review' }));
  expect([decide(' ').ok, decide('写しが足りない').ok]).toEqual([false, true]);
});

test('an application that lacks something is not received, and is told what', () => {
  const shortcomings = { receive: [{ kind: 'field', key: 'phone' }] } as const;
  expect(decideMove(move(), facts({ shortcomings }))).toEqual({
    ok: false,
    refusal: { kind: 'incomplete', command: 'receive', shortcomings: shortcomings.receive },
  });
});

const certificate = { registrationNumber: 'M-900', certifiedOn: today, course: 'not-taken' } as const;

test.each([
  ['no certificate', undefined, 'certificate-missing'],
  ['a day to come', { ...certificate, certifiedOn: plainDate('2022-12-01') }, 'in-the-future'],
  [
    'a day before the application',
    { ...certificate, certifiedOn: plainDate('2022-11-09') },
    'certified-before-application',
  ],
  ['number and day', certificate, undefined],
] as const)('certify with %s: %s', (_, given, refusal) => {
  const decision = decideMove(
    move({ command: 'certify', ...(given && { certificate: given }) }),
    facts({ state: 'under-review' }),
  );
  expect(decision.ok ? undefined : decision.refusal.kind).toBe(refusal);
});
