import { interruptLeftRuns } from '#assignment-plan/interrupt-runs.server.ts';
import { forgetPhotos } from '#activity-report/forget-photos.server.ts';
import { createContext, type Context } from '#platform/context.server.ts';
import { forgetAnswers } from '#platform/db/forget-answers.server.ts';
import { listPrefectures } from '#reference/domain/prefecture.ts';
import { discardExpiredDrafts } from '#transfer/import-drafts.server.ts';
import { resealAccounts } from '#expense/reseal-accounts.server.ts';
import { createFieldSeal } from '#platform/field-seal.server.ts';
import type { Desk } from './desk.server.ts';

type Kept = Pick<Desk, 'database' | 'clock' | 'log'>;

const HOUR = 3_600_000;

/**
 * What a desk forgets by itself in every corner: imports that nobody confirmed, answers to requests sent twice (SEC-12),
 * and photos whose last day is over (SEC-17).
 */
export async function tidyUp(desk: Kept): Promise<void> {
  for (const ctx of contextsOf(desk)) {
    await discardExpiredDrafts(ctx);
    await forgetAnswers(ctx);
    await forgetPhotos(ctx);
  }
}

function contextsOf({ database, clock, log }: Kept): readonly Context[] {
  const actor = { id: 'housekeeping', name: '匠デスク', role: 'system', cornerCode: null, source: 'job' } as const;
  return listPrefectures().map(({ code }) => createContext({ database, corner: code, actor, clock, log }));
}

/**
 * Before a desk answers: where this process alone can have the database open, calculations that have not ended were cut off
 * with the process before it. On a server another desk may be at them; there a minute of silence tells.
 */
export async function interruptLeft(desk: Kept): Promise<void> {
  if (desk.database.engine !== 'embedded') return;
  for (const ctx of contextsOf(desk)) await interruptLeftRuns(ctx);
}

/** Seals anew what the secret before sealed, in every corner, and says in the log when that secret can be put away. */
export async function resealAll(desk: Kept & Pick<Desk, 'accounts' | 'secretBefore'>): Promise<void> {
  if (desk.secretBefore === undefined) return;
  const seal = createFieldSeal(desk.accounts.options.secret, desk.secretBefore);
  let [resealed, unreadable] = [0, 0];
  for (const ctx of contextsOf(desk)) {
    const done = await resealAccounts(ctx, seal);
    resealed += done.resealed;
    unreadable += done.unreadable;
  }
  if (unreadable > 0) desk.log.error({ resealed, unreadable }, 'accounts sealed by a third TAKUMI_SECRET are left');
  else desk.log.info({ resealed }, 'every account is sealed by TAKUMI_SECRET: TAKUMI_SECRET_BEFORE can be removed');
}

/** Tidies up now and every hour; stopping waits for a run under way. A run that fails is logged, and the next one tries again. */
export function startHousekeeping(desk: Kept): () => Promise<void> {
  const run = () => tidyUp(desk).catch((error: unknown) => desk.log.error({ err: error }, 'housekeeping failed'));
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, HOUR);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
