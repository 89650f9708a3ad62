import type { OrganizationInput } from '#organization/domain/organization.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { outreachText as words } from './text.ts';

/** The 派遣先番号 under which the corner itself stands in the ledger of hosts. */
function ownHostNumber(ctx: Context): string {
  return `CORNER-${ctx.corner}`;
}

/**
 * The host of a fair that the corner holds alone (A7-09 自主企画): the corner itself, put into the ledger of 派遣先 when it is
 * first needed. Every visit has a host (contract.md §3), and a fair is a visit.
 */
export async function ensureOwnHost(
  ctx: Context,
  place: { readonly municipalityCode: string | null },
): Promise<string> {
  requirePermission(ctx, 'visit.write');
  const number = ownHostNumber(ctx);
  const known = await ctx.db
    .selectFrom('organization')
    .select('number')
    .where('number', '=', number)
    .executeTakeFirst();
  if (known) return number;
  const corner = await ctx.db.selectFrom('corner').select(['name', 'address', 'phone']).executeTakeFirst();
  const prefecture = findPrefecture(ctx.corner)?.name ?? '';
  const address = corner?.address ?? null;
  const inPrefecture = (address ?? '').replace(prefecture, '');
  const office = listMunicipalities(ctx.corner).findLast(({ name }) => inPrefecture.startsWith(name));
  const input: OrganizationInput = {
    number,
    kind: 'other',
    name: corner?.name ?? words.ownHost(prefecture),
    nameKana: null,
    corporateNumber: null,
    schoolCode: null,
    industryCode: null,
    capitalYen: null,
    employees: null,
    postalCode: null,
    municipalityCode: office?.code ?? place.municipalityCode ?? '',
    address: null,
    contactName: null,
    phone: null,
    fax: null,
    email: null,
    founder: null,
  };
  const created = await organizationRecords.create(ctx, { input, fiscalYear: 0 });
  // Somebody may have been a moment faster: the number is then taken by the same host.
  if (created.ok || created.refusal.kind === 'number-taken') return number;
  throw new Error(`the corner cannot be a host: ${JSON.stringify(created.refusal)}`);
}
