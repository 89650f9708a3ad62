import { recordUseCases } from '#record/record-use-cases.server.ts';
import { consultationStore } from './consultation-store.server.ts';

/** What the edges may do with 相談. */
export const consultationRecords = recordUseCases(consultationStore);
