import { forgetPhotos } from '#activity-report/forget-photos.server.ts';
import { createContext } from '#platform/context.server.ts';
import { forgetAnswers } from '#platform/db/forget-answers.server.ts';
import { listPrefectures } from '#reference/domain/prefecture.ts';
import { discardExpiredDrafts } from '#transfer/import-drafts.server.ts';
import type { Desk } from './desk.server.ts';

const HOUR = 3_600_000;

/**
 * What a desk forgets by itself in every corner: imports that nobody confirmed, answers to requests sent twice (SEC-12),
 * and photos whose last day is over (SEC-17).
 */
export async function tidyUp({ database, clock, log }: Pick<Desk, 'database' | 'clock' | 'log'>): Promise<void> {
  const actor = { id: 'housekeeping', name: '匠デスク', role: 'system', cornerCode: null, source: 'job' } as const;
  for (const { code } of listPrefectures()) {
    const ctx = createContext({ database, corner: code, actor, clock, log });
    await discardExpiredDrafts(ctx);
    await forgetAnswers(ctx);
    await forgetPhotos(ctx);
  }
}

/** Tidies up now and every hour; stopping waits for a run under way. A run that fails is logged, and the next one tries again. */
export function startHousekeeping(desk: Pick<Desk, 'database' | 'clock' | 'log'>): () => Promise<void> {
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
