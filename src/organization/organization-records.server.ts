import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { recordUseCases } from '#record/record-use-cases.server.ts';
import { createRecordWithin, type Creation } from '#record/save-record.server.ts';
import type { OrganizationInput } from './domain/organization.ts';
import { organizationStore } from './organization-store.server.ts';

/** What the edges may do with 派遣先. */
export const organizationRecords = recordUseCases(organizationStore);

/** Registers a 派遣先 as part of a use case that goes on from it. */
export function registerOrganizationWithin(tx: Tx, ctx: Context, creation: Creation<OrganizationInput>) {
  return createRecordWithin(tx, ctx, organizationStore, creation);
}
