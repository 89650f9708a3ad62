import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { lastLinkDay, moveDemandSurvey, type DemandSurveyCommand, type DemandSurveyState } from './demand-survey.ts';
import { recipientClassOf, type RecipientClass } from './recipient-class.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';

const today = plainDate('2022-11-30');
const standing = { state: 'draft', recipients: 3, answerBy: plainDate('2022-12-20'), today } as const;

test.each<readonly [DemandSurveyState, DemandSurveyCommand, string]>([
  ['draft', 'start', 'running'],
  ['draft', 'close', 'not-now'],
  ['draft', 'reopen', 'not-now'],
  ['running', 'start', 'not-now'],
  ['running', 'close', 'closed'],
  ['running', 'reopen', 'not-now'],
  ['closed', 'start', 'not-now'],
  ['closed', 'close', 'not-now'],
  ['closed', 'reopen', 'running'],
])('a survey that is %s takes %s: %s [A7-05]', (state, command, outcome) => {
  const moved = moveDemandSurvey({ ...standing, state }, command);
  expect(moved.ok ? moved.value : moved.refusal.kind).toBe(outcome);
});

test.each<readonly [string, Partial<typeof standing & { recipients: number }>, string]>([
  ['nobody is asked', { recipients: 0 } as never, 'no-recipient'],
  ['the day to answer by is yesterday', { answerBy: plainDate('2022-11-29') } as never, 'deadline-over'],
  ['the day to answer by is today', { answerBy: today } as never, 'running'],
])('a survey begins with somebody to ask and a day to come: %s', (_, changes, outcome) => {
  const moved = moveDemandSurvey({ ...standing, ...changes }, 'start');
  expect(moved.ok ? moved.value : moved.refusal.kind).toBe(outcome);
});

test('a link opens for thirty days beyond the day to answer by [SEC-13]', () => {
  expect(lastLinkDay(plainDate('2022-12-20'))).toBe('2023-01-19');
});

test.each<readonly [OrganizationKind, string | null, RecipientClass]>([
  ['elementary-junior-high', 'B135299000001', 'elementary'],
  ['elementary-junior-high', 'C135299000001', 'junior-high'],
  ['elementary-junior-high', 'C235299000001', 'junior-high'],
  ['elementary-junior-high', null, 'school-without-code'],
  ['technical-school', 'D135299000001', 'high-school'],
  ['technical-school', null, 'high-school'],
  ['technical-school', 'H135299000001', 'vocational'],
  ['technical-school', 'H235299000001', 'vocational'],
  ['sme', null, 'sme'],
  ['trade-body', null, 'trade-body'],
])('a host of the kind %s with the school code %s is asked as %s [DAT-32]', (kind, schoolCode, expected) => {
  expect(recipientClassOf({ kind, schoolCode })).toBe(expected);
});
