import { accept } from '#kernel/result.ts';
import type { RecordLetter } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { rosterForm, traineeLoop } from './documents/roster-form.ts';
import { rosterFields, type RosterEntry } from './domain/roster.ts';
import { rosterText as words } from './roster-text.ts';
import { listRosterRows } from './roster-store.server.ts';
import { loadVisitFacts } from './visit-letter-queries.server.ts';

/** As many lines as fit on a sheet. */
const BLANK_LINES = 20;

/** 受講者名簿 of a visit; a sheet to be filled in where nobody is listed yet. Names are kept with the visit alone. */
export const rosterLetter: RecordLetter = {
  form: rosterForm,
  isKept: false,
  load: async (ctx, { id }) => {
    requirePermission(ctx, 'roster.read');
    const { number, host, values: visit } = await loadVisitFacts(ctx, id);
    const { 実施時間: _, ...told } = visit;
    const entries = await listRosterRows(ctx.db, id);
    const values = {
      ...(await loadSenderValues(ctx.db, ctx.corner)),
      ...told,
      [traineeLoop.name]: entries.length > 0 ? entries.map(describe) : blankLines(),
    };
    const entity = { kind: 'visit', id };
    return accept({ label: number, number, subject: words.title, entity, letters: [{ addressee: host, values }] });
  },
};

/** 受講者名簿 to be filled in, for any host. */
export const blankRoster: RecordLetter = {
  form: rosterForm,
  isKept: false,
  load: async (ctx) => {
    const blank = { 派遣番号: '', 実施日: '', 派遣先: '', 職種: '', [traineeLoop.name]: blankLines() };
    const values = { ...(await loadSenderValues(ctx.db, ctx.corner)), ...blank };
    const { title } = words;
    const entity = { kind: 'letter-template', id: rosterForm.kind };
    return accept({ label: title, number: '', subject: title, entity, letters: [{ addressee: '', values }] });
  },
};

function describe(entry: RosterEntry, at: number): Readonly<Record<string, string>> {
  const texts: Readonly<Record<string, string>> = formatFields(rosterFields, entry);
  return {
    番号: String(at + 1),
    ...Object.fromEntries(rosterFields.map(({ key, header }) => [header, texts[key] ?? ''])),
  };
}

function blankLines(): readonly Readonly<Record<string, string>>[] {
  const blank = Object.fromEntries(rosterFields.map(({ header }) => [header, '']));
  return Array.from({ length: BLANK_LINES }, (_, at) => ({ 番号: String(at + 1), ...blank }));
}
