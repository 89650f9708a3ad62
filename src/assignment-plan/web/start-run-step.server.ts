import { redirect } from 'react-router';
import type { StaffCall } from '#server/staff-page.server.ts';
import { nameForRefusal } from '../board-queries.server.ts';
import type { RunTrigger } from '../domain/assignment-run.ts';
import { runRefusalText } from '../run-refusal-text.ts';
import { startRun } from '../start-run.server.ts';

type Step = { readonly planId: string; readonly key: string | undefined; readonly trigger: RunTrigger };

/** Starts a calculation and goes to its progress; answers why nothing is calculated. */
export async function takeRunStart({ ctx, href }: StaffCall, step: Step): Promise<string> {
  const started = await startRun(ctx, step);
  if (started.ok) throw redirect(href(`assignment/${step.planId}/runs/${started.value.runId}`));
  const { refusal } = started;
  if (refusal.kind === 'pins-clash') return runRefusalText(refusal, await nameForRefusal(ctx, refusal));
  const pins = refusal.kind === 'pin-impossible' ? refusal.pins : [];
  const names = await nameForRefusal(ctx, {
    requestIds: pins.map(({ requestId }) => requestId),
    instructorIds: pins.map(({ instructorId }) => instructorId),
  });
  return runRefusalText(refusal, names);
}
