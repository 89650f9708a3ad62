import { data } from 'react-router';
import { activityReportLetter } from '#activity-report/activity-report-letter.server.ts';
import { noticeToHost } from '#decision/notice-letter.server.ts';
import { planToEverybody } from '#instruction-plan/plan-letter.server.ts';
import { acceptanceOfInstructor, requestToInstructor } from '#offer/offer-letters.server.ts';
import { blankPapers, requestPapers } from '#dispatch/application-letters.server.ts';
import { commissionLetter } from '#instructor/commission-letter.server.ts';
import { sentPapers } from '#public-request/application-papers.server.ts';
import { blankRoster, rosterLetter } from '#schedule/roster-letter.server.ts';
import { claimLetter } from '#expense/claim-letter.server.ts';
import { hostThanks, instructorThanks } from '#schedule/thanks-letters.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { recordLetterKinds, type LetterRecord } from '../domain/record-letter-kind.ts';
import type { RecordLetter } from '../record-letter.ts';

/** Where the papers of each record come from. */
export const recordLetters: {
  readonly [Of in LetterRecord]: Readonly<Record<(typeof recordLetterKinds)[Of][number], RecordLetter>>;
} = {
  request: {
    ...requestPapers,
    'instruction-request': requestToInstructor,
    'dispatch-acceptance': acceptanceOfInstructor,
    'instruction-plan': planToEverybody,
    'dispatch-notice': noticeToHost,
  },
  'expense-claim': { 'claim-form': claimLetter },
  visit: {
    'trainee-roster': rosterLetter,
    'activity-report-form': activityReportLetter,
    'thanks-to-host': hostThanks,
    'thanks-to-instructor': instructorThanks,
  },
  instructor: { commission: commissionLetter },
  'public-request': sentPapers,
  blank: { ...blankPapers, 'trainee-roster': blankRoster },
};

/** The paper of the address: which record, and how it is made; 404 for what the desk does not make. */
export function requireRecordLetter({ params, year }: StaffCall) {
  const record = (Object.keys(recordLetterKinds) as readonly LetterRecord[]).find(
    (known) => known === params['record'],
  );
  const made: Readonly<Record<string, RecordLetter>> = record ? recordLetters[record] : {};
  const kind = params['kind'] ?? '';
  const letter = Object.hasOwn(made, kind) ? made[kind] : undefined;
  const isNobodys = record === 'blank' && params['id'] !== 'paper';
  if (!record || !letter || isNobodys) throw data(null, { status: 404 });
  return { record, letter, id: params['id'] ?? '', fiscalYear: year };
}
