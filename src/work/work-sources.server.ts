import { missingReportWork, returnedReportWork, submittedReportWork } from '#activity-report/report-work.server.ts';
import { batchWork } from '#certification-batch/batch-work.server.ts';
import { interviewedCaseWork, receivedCaseWork, returnedCaseWork } from '#certification/case-work.server.ts';
import { consultationWork } from '#consultation/consultation-work.server.ts';
import { heldCourseWork, unansweredCourseWork } from '#course/course-work.server.ts';
import { circulatingWork, returnedDecisionWork } from '#decision/decision-work.server.ts';
import { unansweredDemandWork, wishWork } from '#demand-survey/demand-work.server.ts';
import { closingWork, hearingWork, preparingWork, unplannedWork } from '#dispatch/request-work.server.ts';
import {
  checkedClaimWork,
  draftedClaimWork,
  openPaymentWork,
  payableClaimWork,
  submittedClaimWork,
  unclaimedWork,
} from '#expense/expense-work.server.ts';
import { offerWork } from '#offer/offer-work.server.ts';
import { uncountedWork } from '#outreach/outreach-queries.server.ts';
import { mailWork } from '#outbox/mail-work.server.ts';
import { planWork } from '#plan/plan-work.server.ts';
import { applicationWork } from '#public-request/application-work.server.ts';
import type { WorkSource } from '#record/work-source.server.ts';
import { declinedWork, resultWork } from '#schedule/visit-work.server.ts';
import { scoutingWork } from '#scouting/scouting-work.server.ts';
import { surveyWork } from '#survey/survey-work.server.ts';
import { askedWork, unwillingWork, willingWork } from '#upkeep/upkeep-work.server.ts';
import type { WorkKind } from './domain/work-kind.ts';

/** The one registry: a slice is added here, in `workKinds` and in `workText.kinds`, and is on the list. */
export const workSources: Readonly<Record<WorkKind, WorkSource>> = {
  unreported: resultWork,
  application: applicationWork,
  hearing: hearingWork,
  unplanned: unplannedWork,
  offered: offerWork,
  declined: declinedWork,
  preparing: preparingWork,
  'decision-waiting': circulatingWork,
  'decision-returned': returnedDecisionWork,
  'follow-up': consultationWork,
  'demand-unanswered': unansweredDemandWork,
  'demand-wish': wishWork,
  'report-missing': missingReportWork,
  'report-submitted': submittedReportWork,
  'report-returned': returnedReportWork,
  'survey-missing': surveyWork,
  'outreach-uncounted': uncountedWork,
  unclaimed: unclaimedWork,
  'claim-drafted': draftedClaimWork,
  'claim-submitted': submittedClaimWork,
  'claim-checked': checkedClaimWork,
  'claim-payable': payableClaimWork,
  'payment-open': openPaymentWork,
  closing: closingWork,
  due: batchWork,
  returned: returnedCaseWork,
  received: receivedCaseWork,
  interview: interviewedCaseWork,
  'course-held': heldCourseWork,
  'course-unanswered': unansweredCourseWork,
  asked: askedWork,
  willing: willingWork,
  unwilling: unwillingWork,
  unrecorded: scoutingWork,
  unwritten: planWork,
  mail: mailWork,
};
