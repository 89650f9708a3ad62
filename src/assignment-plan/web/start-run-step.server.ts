import { redirect } from 'react-router';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { RunTrigger } from '../domain/assignment-run.ts';
import { explainRunRefusal } from '../explain-refusal.server.ts';
import { startRun } from '../start-run.server.ts';

type Step = { readonly planId: string; readonly key: string | undefined; readonly trigger: RunTrigger };

/** Starts a calculation and goes to its progress; answers why nothing is calculated. */
export async function takeRunStart({ ctx, href }: StaffCall, step: Step): Promise<string> {
  const started = await startRun(ctx, step);
  if (started.ok) throw redirect(href(`assignment/${step.planId}/runs/${started.value.runId}`));
  return explainRunRefusal(ctx, started.refusal);
}
