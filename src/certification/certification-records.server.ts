import { recordUseCases } from '#record/record-use-cases.server.ts';
import { certificationStore } from './certification-store.server.ts';

/** What the edges may do with 認定申請 besides its steps. */
export const certificationRecords = recordUseCases(certificationStore);
