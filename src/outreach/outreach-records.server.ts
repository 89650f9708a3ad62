import { visitRecordsBeside } from '#schedule/visit-records-beside.server.ts';
import { outreachBesideVisit } from './outreach-store.server.ts';

/**
 * 魅力発信. An event of 魅力発信 *is* a visit: its day, host, instructors, state and number of people are those of the visit, and
 * every figure of the report is counted from there alone. This slice keeps beside the visit what it has no column for (kind,
 * place, attendees apart, booths of a fair), and of a line of the plan that nobody asked for. A visit that was imported,
 * assigned or accepted is in the list at once, with nothing told of it. See docs/decisions/0006-outreach-is-a-visit.md.
 */
export const outreachRecords = visitRecordsBeside(outreachBesideVisit);
