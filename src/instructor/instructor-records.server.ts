import { recordUseCases } from '#record/record-use-cases.server.ts';
import { instructorStore } from './instructor-store.server.ts';

/** What the edges may do with マイスター等. */
export const instructorRecords = recordUseCases(instructorStore);
