import { findPrefecture } from '#reference/domain/prefecture.ts';
import type { Context } from '#platform/context.server.ts';

/** How the corner is reached: shown at the foot of every page (A11-23). */
export async function getCornerContact(ctx: Context): Promise<{ office: string; telephone: string }> {
  const corner = await ctx.db.selectFrom('corner').select(['name', 'phone']).executeTakeFirst();
  const prefecture = findPrefecture(ctx.corner)?.name ?? ctx.corner;
  return { office: corner?.name ?? `${prefecture}地域技能振興コーナー`, telephone: corner?.phone ?? '' };
}
