import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { requestFields } from '#dispatch/domain/request-fields.ts';
import { aConsultation } from './consultation.fixture.ts';
import { checkConsultation, consultationState, isFollowUpDue } from './consultation.ts';
import { textsOfRequest } from './request-of-consultation.ts';

const day = plainDate;
const known = { organizations: new Map([['O-001', 'id']]), today: day('2022-11-30') };

test.each([
  ['a call of today', { receivedOn: day('2022-11-30') }, []],
  ['a call of tomorrow', { receivedOn: day('2022-12-01') }, ['receivedOn in-the-future']],
  ['a known host', { organizationNumber: 'O-001' }, []],
  ['an unknown host', { organizationNumber: 'O-999' }, ['organizationNumber unknown-record']],
  ['a contact on the next day', { followUpOn: day('2022-11-22') }, []],
  ['a contact on the very day', { followUpOn: day('2022-11-21') }, ['followUpOn not-after']],
] as const)('%s is taken or refused at its field [Y4-07]', (_, changes, expected) => {
  const problems = checkConsultation(aConsultation(changes), known);
  expect(problems.map(({ key, problem }) => `${key} ${problem.kind}`)).toEqual(expected);
});

test.each([
  [null, null, false, 'settled'],
  ['2022-12-05', null, false, 'follow-up'],
  ['2022-12-05', '来年度に検討', false, 'settled'],
  ['2022-12-05', null, true, 'requested'],
  [null, null, true, 'requested'],
] as const)(
  'contact %s, outcome %s, request %s: the consultation is %s [Y5-17]',
  (followUpOn, outcome, hasRequest, state) => {
    expect(consultationState({ followUpOn, outcome, hasRequest })).toBe(state);
  },
);

test.each([
  ['follow-up', '2022-11-29', true],
  ['follow-up', '2022-11-30', true],
  ['follow-up', '2022-12-01', false],
  ['requested', '2022-11-29', false],
  ['settled', '2022-11-29', false],
] as const)('a consultation that is %s with a contact on %s is due on 30 November: %s [Y5-17]', (state, on, isDue) => {
  expect(isFollowUpDue(state, on, known.today)).toBe(isDue);
});

test('a request begins with what was said: host, trade, content, contact and 実技指導 [Y4-07]', () => {
  const asked = aConsultation({
    organizationNumber: 'O-001',
    tradeCode: 'kikai-kako',
    contactName: '架空 花子',
    phone: '083-000-0199',
    email: 'hanako@example.co.jp',
  });
  const texts = textsOfRequest(asked);
  expect(texts).toEqual({
    organizationNumber: 'O-001',
    program: '実技指導',
    tradeCode: '機械加工',
    content: '若手に旋盤を教えたい',
    channel: '電話',
    contactName: '架空 花子',
    contactPhone: '083-000-0199',
    contactEmail: 'hanako@example.co.jp',
  });
  const rest = { number: 'R-1', wishedSessions: '2', expectedTrainees: '5', candidateDates: '2022-12-05' };
  expect(parseFields(requestFields, { ...texts, ...rest, receivedOn: '2022-11-30' }).ok).toBe(true);
});

test('what was not said stays empty, and somebody who asks for themselves is the contact [Y4-07]', () => {
  const asked = aConsultation({ clientKind: 'person', clientName: '架空 一郎', topics: ['training'] });
  expect(textsOfRequest(asked)).toMatchObject({
    program: '',
    tradeCode: '',
    contactName: '架空 一郎',
    contactPhone: '',
  });
  expect(textsOfRequest(aConsultation()).contactName).toBe('');
});
