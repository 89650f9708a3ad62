import { recordUseCases } from '#record/record-use-cases.server.ts';
import { requestStore } from './request-store.server.ts';

/** What the edges may do with 派遣要請. */
export const requestRecords = recordUseCases(requestStore);
