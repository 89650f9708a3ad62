import type { Coordinates } from '#kernel/distance.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';

/** Where a day's route begins: the municipality that the corner's address names, else the prefectural office. */
export async function getOfficePlace(ctx: Context): Promise<Coordinates & { readonly name: string }> {
  requirePermission(ctx, 'scouting.read');
  const corner = await ctx.db.selectFrom('corner').select('address').executeTakeFirst();
  const prefecture = findPrefecture(ctx.corner);
  const address = (corner?.address ?? '').replace(prefecture?.name ?? '', '');
  const municipality = listMunicipalities(ctx.corner).findLast(({ name }) => address.startsWith(name));
  if (municipality) return municipality;
  if (!prefecture) throw new Error(`no prefecture ${ctx.corner}`);
  return prefecture;
}
