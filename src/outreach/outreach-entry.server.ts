import { accept, refuse, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { RecordRefusal } from '#record/domain/record-kind.ts';
import type { RecordUseCases } from '#record/record-use-cases.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { checkCorrection } from '#schedule/domain/visit-transition.ts';
import { checkBoothLines, placeProblems } from './domain/outreach-check.ts';
import type { OutreachEvent } from './domain/outreach-fields.ts';
import { outreachFormFields, toOutreachEvent, toOutreachForm, type OutreachForm } from './domain/outreach-form.ts';
import type { OutreachKind } from './domain/outreach-kind.ts';
import { outreachRecords } from './outreach-records.server.ts';
import { ensureOwnHost } from './own-host.server.ts';

type Saved = Result<{ readonly id: string }, RecordRefusal>;

/**
 * What the form of a kind may do: each event is written by all the rules of a visit, so that nobody leads two booths, or a
 * booth and a visit, at one time.
 */
export function outreachForms(kind: OutreachKind): RecordUseCases<OutreachForm> {
  const { shape } = outreachRecords;
  return {
    ...outreachRecords,
    shape: { ...shape, fields: outreachFormFields(kind), numberOf: numberOf, labelOf: numberOf },
    get: async (ctx, id) => {
      const record = await outreachRecords.get(ctx, id);
      return { ...record, input: toOutreachForm(record.input) };
    },
    create: async (ctx, { input: form, key }) => {
      requirePermission(ctx, 'visit.write');
      const event = await readEvent(ctx, { form, kind, before: undefined });
      if (!event.ok) return event;
      const fiscalYear = fiscalYearOf(event.value.visitOn);
      return atFields(form, await outreachRecords.create(ctx, { input: event.value, key, fiscalYear }));
    },
    update: async (ctx, { id, version, input: form }) => {
      requirePermission(ctx, 'visit.write');
      const { input: before, version: current } = await outreachRecords.get(ctx, id);
      const event = await readEvent(ctx, { form, kind, before });
      if (!event.ok) return event;
      // A planned event is moved with a reason, by the form of its visit.
      const problems = current === version ? checkCorrection(before, event.value) : [];
      if (problems.length > 0) return refuse({ kind: 'fields', problems });
      const fiscalYear = fiscalYearOf(event.value.visitOn);
      return atFields(form, await outreachRecords.update(ctx, { id, version, input: event.value, fiscalYear }));
    },
    importAll: () => Promise.reject(new Error('events of 魅力発信 are imported as visits')),
    exportAll: () => Promise.reject(new Error('events of 魅力発信 are exported as visits')),
  };
}

function numberOf(form: OutreachForm): string {
  return String(form['number']);
}

type Reading = {
  readonly form: OutreachForm;
  readonly kind: OutreachKind;
  readonly before: OutreachEvent | undefined;
};

async function readEvent(ctx: Context, reading: Reading): Promise<Result<OutreachEvent, RecordRefusal>> {
  const problems = checkBoothLines(reading.form, reading.kind);
  if (problems.length > 0) return refuse({ kind: 'fields', problems });
  const event = toOutreachEvent(reading.form, reading);
  const organizationNumber = event.organizationNumber ?? (await ensureOwnHost(ctx, event));
  return accept({ ...event, organizationNumber });
}

function atFields(form: OutreachForm, saved: Saved): Saved {
  if (saved.ok || saved.refusal.kind !== 'fields') return saved;
  return refuse({ kind: 'fields', problems: placeProblems(form, saved.refusal.problems) });
}
