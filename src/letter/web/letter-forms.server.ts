import { applicationForm } from '#certification-batch/documents/application-form-document.ts';
import { batchLetter } from '#certification-batch/documents/batch-letter-document.ts';
import { findFormWords } from '#certification-batch/form-words.server.ts';
import { courseCertificate, courseInvitation } from '#course/documents/course-letters.ts';
import { activityReportForm } from '#activity-report/documents/activity-report-form.ts';
import { dispatchNotice } from '#decision/documents/notice-letter.ts';
import { planLetter } from '#instruction-plan/documents/plan-letter.ts';
import { dispatchAcceptance, instructionRequest } from '#offer/documents/offer-letters.ts';
import { applicationPaper, trainingPlanPaper } from '#dispatch/documents/application-papers.ts';
import { commissionForm } from '#instructor/documents/commission-letter.ts';
import { rosterForm } from '#schedule/documents/roster-form.ts';
import { claimForm } from '#expense/documents/claim-form.ts';
import { thanksToHost, thanksToInstructor } from '#schedule/documents/thanks-letters.ts';
import { endLetter, intentLetter } from '#upkeep/documents/upkeep-letters.ts';
import type { Context } from '#platform/context.server.ts';
import type { LetterKind } from '../domain/letter-outline.ts';
import type { LetterForm } from '../letter-form.ts';

/**
 * Every letter of the desk as a 年度 has it, in the order of its page. A new kind is added to `letterKinds` and here;
 * everything else follows from its form.
 */
export async function listLetterForms(ctx: Context, fiscalYear: number): Promise<readonly LetterForm[]> {
  const { words } = await findFormWords(ctx, fiscalYear);
  const forms: Readonly<Record<LetterKind, LetterForm>> = {
    'application-form': applicationForm(words),
    'batch-letter': batchLetter(words),
    'intent-enquiry': intentLetter,
    'registration-end': endLetter,
    'course-invitation': courseInvitation,
    'course-certificate': courseCertificate,
    'instruction-request': instructionRequest,
    'dispatch-acceptance': dispatchAcceptance,
    'instruction-plan': planLetter,
    'dispatch-notice': dispatchNotice,
    'claim-form': claimForm,
    'activity-report-form': activityReportForm,
    'thanks-to-host': thanksToHost,
    'thanks-to-instructor': thanksToInstructor,
    commission: commissionForm,
    'trainee-roster': rosterForm,
    'dispatch-application': applicationPaper,
    'training-plan': trainingPlanPaper,
  };
  return Object.values(forms);
}

/** The letter of an address, or nothing. */
export async function findLetterForm(
  ctx: Context,
  { kind, fiscalYear }: { readonly kind: string; readonly fiscalYear: number },
): Promise<LetterForm | undefined> {
  return (await listLetterForms(ctx, fiscalYear)).find((form) => form.kind === kind);
}
