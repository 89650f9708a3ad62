import { describe, expect, test } from 'vitest';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { RequestInput } from '#dispatch/domain/request.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';
import { WORKING_DATE } from './build-visits.ts';
import { live, requestOf, requests, visits } from './demonstration-records.fixture.ts';

describe('the requests agree with the visits', () => {
  test('a visit has the host, the programme and the trade of its request', () => {
    const differing = visits.inputs.filter(({ requestNumber, organizationNumber, program, tradeCode }) => {
      if (requestNumber === null) return false;
      const request = requestOf(requestNumber);
      return (
        request.organizationNumber !== organizationNumber ||
        request.program !== program ||
        request.tradeCode !== tradeCode
      );
    });
    expect(differing).toEqual([]);
    expect(live.filter(({ requestNumber }) => requestNumber === null)).toHaveLength(4);
  });

  test('a request has as many visits as it wished, or waits with none', () => {
    const counts = requests.inputs.map(({ number, wishedSessions }) => ({
      number,
      wishedSessions,
      given: live.filter(({ requestNumber }) => requestNumber === number).length,
    }));
    expect(counts.filter(({ wishedSessions, given }) => given !== 0 && given !== wishedSessions)).toEqual([]);
    const open = requests.inputs.filter(({ number }) => counts.some((row) => row.number === number && row.given === 0));
    const yearOf = ({ candidateDates }: RequestInput) => fiscalYearOf(candidateDates[0]?.from ?? WORKING_DATE);
    expect(open.filter((request) => yearOf(request) === 2022)).toHaveLength(13);
    expect(open.filter((request) => yearOf(request) === 2023)).toHaveLength(13);
  });

  test('every request came in on a business day, before its first candidate day and by the working date', () => {
    const wrong = requests.inputs.filter(
      ({ receivedOn, candidateDates }) =>
        !isBusinessDay(receivedOn) ||
        receivedOn > WORKING_DATE ||
        candidateDates.some(({ from }) => from <= receivedOn),
    );
    expect(wrong).toEqual([]);
  });

  test('nobody asked for サポステ in 令和4年度 [domain.md §6.1]', () => {
    const asked = requests.inputs.filter(({ program }) => program === 'support-station');
    expect(asked.map(({ candidateDates }) => fiscalYearOf(candidateDates[0]?.from ?? WORKING_DATE))).toEqual([
      2023, 2023,
    ]);
  });
});
