import { data, redirect } from 'react-router';
import { requestMoveRefusalText } from '#dispatch/stage-text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { showProblems } from '#record/text.ts';
import type { FormState } from '#record/web/record-form.tsx';
import { readTexts } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { meetingFields } from '../domain/pre-meeting.ts';
import { recordMeeting } from '../record-meeting.server.ts';
import { planText as words } from '../text.ts';

/** The form's one group of fields. */
export const meetingGroups = [{ heading: words.meetingHeading, keys: meetingFields.map(({ key }) => key) }];

/** Keeps the posted meeting and goes to the plan, or shows the form again with what is wrong. */
export async function saveMeeting({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'request.write');
  const form = await readForm(request);
  const texts = readTexts(meetingFields, form);
  const key = textIn(form, 'idempotency-key');
  const version = Number(textIn(form, 'version'));
  const meetingId = params['meeting'];
  const again = (errors: FormState['errors'], status: number) =>
    data<FormState>({ texts, errors, key, ...(meetingId === undefined ? {} : { version }) }, { status });
  const read = parseFields(meetingFields, texts);
  if (!read.ok) return again(showProblems(read.refusal), 422);
  const requestId = params['id'] ?? '';
  const known = meetingId === undefined ? undefined : { id: meetingId, version };
  try {
    const recorded = await recordMeeting(ctx, { requestId, known, input: read.value, key: key || undefined });
    if (recorded.ok) throw redirect(href(`requests/${requestId}/plan`));
    const message = requestMoveRefusalText(recorded.refusal);
    const isDay = recorded.refusal.kind === 'in-the-future';
    return again([isDay ? { name: 'heldOn', message } : { message }], isDay ? 422 : 409);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    if (error instanceof Conflict) return again([{ message: words.meetingConflict }], 409);
    throw error;
  }
}
