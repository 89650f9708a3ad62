import { recordUseCases } from '#record/record-use-cases.server.ts';
import { scoutingLeadStore } from './scouting-lead-store.server.ts';
import { scoutingVisitStore } from './scouting-visit-store.server.ts';
import { territoryStore } from './territory-store.server.ts';

/** What the edges may do with 開拓の訪問. */
export const scoutingVisitRecords = recordUseCases(scoutingVisitStore);

/** What the edges may do with 見込み先. */
export const scoutingLeadRecords = recordUseCases(scoutingLeadStore);

/** What the edges may do with 担当区域. */
export const territoryRecords = recordUseCases(territoryStore);
