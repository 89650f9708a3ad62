import { sql } from 'kysely';
import { kanaSortKey, searchTextOf } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { RetentionKind } from './domain/retention-period.ts';
import { eraseAccount, eraseBatch, eraseClaim } from './erase-money-store.server.ts';
import { eraseDemandAnswer, eraseReportTexts, eraseRequestNotes } from './erase-notes-store.server.ts';
import {
  eraseApplicationForm,
  eraseMail,
  eraseRequestContact,
  eraseRoster,
  eraseSurveyTexts,
} from './erase-papers-store.server.ts';
import type { Erased, Target } from './erased.ts';
import { ERASED_KANA, ERASED_NAME } from './text.ts';

/**
 * 消去. Takes the values of a person out of one record; what reports count stays: states, days, trades, places by
 * municipality, numbers, and every visit. [SEC-12]
 */
export const erasers: Readonly<Record<RetentionKind, (tx: Tx, ctx: Context, target: Target) => Promise<Erased>>> = {
  'certified-application': eraseApplication,
  'ended-application': eraseApplication,
  'ended-registration': eraseRegistration,
  'scouting-contact': eraseScouting,
  'intent-enquiry': eraseEnquiry,
  'issued-letter': eraseLetter,
  consultation: eraseConsultation,
  'public-request': eraseApplicationForm,
  'request-contact': eraseRequestContact,
  'expense-claim': eraseClaim,
  'payment-batch': eraseBatch,
  'bank-account': eraseAccount,
  'survey-text': eraseSurveyTexts,
  'mail-draft': eraseMail,
  'visit-roster': eraseRoster,
  'demand-answer': eraseDemandAnswer,
  'request-note': eraseRequestNotes,
  'activity-text': eraseReportTexts,
};

const reasonIfAny = sql<string>`case when deleted_reason is null then null else ${ERASED_NAME} end`;

async function eraseApplication(tx: Tx, ctx: Context, { id, label }: Target): Promise<Erased> {
  await tx
    .updateTable('certification_case')
    .set((row) => ({
      ...namelessAs(label),
      birth_year: null,
      employer: null,
      postal_code: null,
      address: null,
      phone: null,
      email: null,
      recommender_name: null,
      recommender_relation: null,
      basis_detail: null,
      instruction_note: null,
      dx_skill: null,
      deleted_reason: reasonIfAny,
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('case_id', '=', id)
    .execute();
  await tx
    .updateTable('certification_event')
    .set({ reason: ERASED_NAME })
    .where('case_id', '=', id)
    .where('reason', 'is not', null)
    .execute();
  const files = await tx.deleteFrom('evidence_file').where('case_id', '=', id).returning('evidence_id').execute();
  // Files that were taken away before are known from the log alone; their names may be somebody's.
  const logged = await tx
    .selectFrom('audit_entry')
    .select('entity_id as id')
    .distinct()
    .where('entity_kind', '=', 'evidence')
    .where(sql<boolean>`starts_with(entity_label, ${`${label} `})`)
    .execute();
  const evidence = logged.map((file) => ({ kind: 'evidence', id: file.id }));
  return { entities: [{ kind: 'certification', id }, ...evidence], files: files.length };
}

async function eraseRegistration(tx: Tx, ctx: Context, { id, label }: Target): Promise<Erased> {
  await tx
    .updateTable('instructor')
    .set((row) => ({
      ...namelessAs(label),
      birth_year: null,
      employer: null,
      postal_code: null,
      address: null,
      phone: null,
      email: null,
      available_weekdays: null,
      unavailable_dates: null,
      is_public: false,
      deleted_reason: reasonIfAny,
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('instructor_id', '=', id)
    .execute();
  await tx
    .updateTable('instructor_profile')
    .set({ introduction: null, contest: null, contest_place: null })
    .where('instructor_id', '=', id)
    .execute();
  for (const table of ['upkeep_event', 'course_exemption', 'visit_reply', 'offer'] as const) {
    await tx
      .updateTable(table)
      .set({ reason: ERASED_NAME })
      .where('instructor_id', '=', id)
      .where('reason', 'is not', null)
      .execute();
  }
  await tx.updateTable('intent_enquiry').set({ note: null }).where('instructor_id', '=', id).execute();
  await tx.deleteFrom('own_session').where('instructor_id', '=', id).execute();
  const own = ['instructor', 'own-access'].map((kind) => ({ kind, id }));
  return { entities: own, files: 0 };
}

async function eraseScouting(tx: Tx, ctx: Context, { id, label }: Target): Promise<Erased> {
  const updated_at = ctx.now();
  const leads = await tx
    .updateTable('scouting_lead')
    .set((row) => ({ contact_name: null, phone: null, note: null, version: row('version', '+', 1), updated_at }))
    .where('lead_id', '=', id)
    .returning(['lead_id', 'name'])
    .execute();
  if (leads[0]) {
    const search_text = searchTextOf([label, leads[0].name]);
    await tx.updateTable('scouting_lead').set({ search_text }).where('lead_id', '=', id).execute();
    return { entities: [{ kind: 'scouting-lead', id }], files: 0 };
  }
  const visit = await tx
    .updateTable('scouting_visit')
    .set((row) => ({
      // How many were found stays: the board counts them.
      candidates: sql<string[] | null>`case when cardinality(candidates) > 0
        then array_fill(${ERASED_NAME}::text, array[cardinality(candidates)]) end`,
      said: null,
      next_step: null,
      next_on: null,
      version: row('version', '+', 1),
      updated_at,
    }))
    .where('scouting_visit_id', '=', id)
    .returning('host')
    .executeTakeFirstOrThrow();
  const search_text = searchTextOf([label, visit.host]);
  await tx.updateTable('scouting_visit').set({ search_text }).where('scouting_visit_id', '=', id).execute();
  return { entities: [{ kind: 'scouting-visit', id }], files: 0 };
}

async function eraseEnquiry(tx: Tx, _ctx: Context, { id }: Target): Promise<Erased> {
  await tx
    .updateTable('intent_enquiry')
    .set({ note: null, link_hash: `erased ${id}` })
    .where('enquiry_id', '=', id)
    .execute();
  return { entities: [{ kind: 'intent-enquiry', id }], files: 0 };
}

/** The number, the day and the subject stay in the register: the numbers of a year have no gap. */
async function eraseLetter(tx: Tx, _ctx: Context, { id, label }: Target): Promise<Erased> {
  await tx
    .updateTable('issued_letter')
    .set({ addressee: ERASED_NAME, bytes: null, search_text: searchTextOf([label]) })
    .where('letter_id', '=', id)
    .execute();
  return { entities: [{ kind: 'letter', id }], files: 1 };
}

/** Who asked by which way about what kind of thing stays countable; a firm keeps its name, a person does not. */
async function eraseConsultation(tx: Tx, ctx: Context, { id, label }: Target): Promise<Erased> {
  await tx
    .updateTable('consultation')
    .set((row) => ({
      client_name: sql<string>`case when client_kind = 'person' then ${ERASED_NAME} else client_name end`,
      contact_name: null,
      phone: null,
      email: null,
      detail: ERASED_NAME,
      advice: null,
      referred_from: null,
      referred_to: null,
      // Nobody is to be called any more, whatever becomes of the request.
      follow_up_on: null,
      outcome: null,
      deleted_reason: reasonIfAny,
      search_text: searchTextOf([label]),
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('consultation_id', '=', id)
    .execute();
  return { entities: [{ kind: 'consultation', id }], files: 0 };
}

/** The name of somebody whose name is gone, found by the number alone. */
function namelessAs(label: string) {
  return {
    name: ERASED_NAME,
    name_kana: ERASED_KANA,
    search_text: searchTextOf([label]),
    sort_key: kanaSortKey(ERASED_KANA),
  };
}
