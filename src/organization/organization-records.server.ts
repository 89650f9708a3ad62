import { recordUseCases } from '#record/record-use-cases.server.ts';
import { organizationStore } from './organization-store.server.ts';

/** What the edges may do with 派遣先. */
export const organizationRecords = recordUseCases(organizationStore);
