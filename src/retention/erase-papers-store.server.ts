import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import type { Erased, Target } from './erased.ts';
import { ERASED_NAME } from './text.ts';

/** Whom an application named; what it asked for stays, and nobody finds it by its secret link. */
export async function eraseApplicationForm(tx: Tx, ctx: Context, { id }: Target): Promise<Erased> {
  const nobody = JSON.stringify({ contactName: null, contactPhone: null, contactEmail: null, ageReason: null });
  await tx
    .updateTable('public_request')
    .set((row) => ({
      content: sql<string>`content || ${nobody}::jsonb`,
      reason: sql<string | null>`case when reason is null then null else ${ERASED_NAME} end`,
      link_hash: `erased ${id}`,
      link_revoked_at: ctx.now(),
      version: row('version', '+', 1),
    }))
    .where('application_id', '=', id)
    .execute();
  return { entities: [{ kind: 'public-request', id }], files: 0 };
}

/** Whom the host named for a request, however it came in. */
export async function eraseRequestContact(tx: Tx, ctx: Context, { id }: Target): Promise<Erased> {
  await tx
    .updateTable('request_application')
    .set({ contact_name: null, contact_phone: null, contact_email: null, age_reason: null })
    .where('request_id', '=', id)
    .execute();
  await tx
    .updateTable('request')
    .set((row) => ({ version: row('version', '+', 1), updated_at: ctx.now() }))
    .where('request_id', '=', id)
    .execute();
  return { entities: [{ kind: 'request', id }], files: 0 };
}

/** Whether `own.value`, an answer to a question of the corner's own, was written in free words and not chosen. */
export function isOwnText(answer: 'a' | 'survey_answer'): RawBuilder<boolean> {
  const of = sql.ref(answer);
  return sql<boolean>`own.value ->> 'answer' <> ${ERASED_NAME} and not exists (
    select from survey_form f cross join lateral jsonb_array_elements(f.questions) as question(value)
    where f.corner_code = ${of}.corner_code and f.form_id = ${of}.form_id
      and question.value ->> 'kind' = 'choice' and question.value ->> 'text' = own.value ->> 'question')`;
}

/** What people wrote on the questionnaires of a visit; ratings, choices and how many answered stay. */
export async function eraseSurveyTexts(tx: Tx, _ctx: Context, { id }: Target): Promise<Erased> {
  await tx
    .updateTable('survey_answer')
    .set({
      free_text: null,
      own_answers: sql<string>`coalesce((select jsonb_agg(
        case when ${isOwnText('survey_answer')} then own.value || ${JSON.stringify({ answer: ERASED_NAME })}::jsonb
        else own.value end order by own.place)
        from jsonb_array_elements(own_answers) with ordinality as own(value, place)), '[]'::jsonb)`,
    })
    .where('visit_id', '=', id)
    .execute();
  await tx
    .updateTable('survey_entry')
    .set({ withdrawn_reason: ERASED_NAME })
    .where('visit_id', '=', id)
    .where('withdrawn_reason', 'is not', null)
    .execute();
  return { entities: [{ kind: 'survey', id }], files: 0 };
}

/** To whom a mail went and what it said; that there was one of its kind stays. */
export async function eraseMail(tx: Tx, _ctx: Context, { id }: Target): Promise<Erased> {
  await tx
    .updateTable('mail_draft')
    .set((row) => ({
      recipient: ERASED_NAME,
      subject: ERASED_NAME,
      body: '',
      entity_label: null,
      note: sql<string | null>`case when note is null then null else ${ERASED_NAME} end`,
      version: row('version', '+', 1),
    }))
    .where('draft_id', '=', id)
    .execute();
  return { entities: [{ kind: 'mail-draft', id }], files: 0 };
}

/** The people of a visit go altogether; how many they were is a figure of the visit, and the log names nobody of them. */
export async function eraseRoster(tx: Tx, _ctx: Context, { id }: Target): Promise<Erased> {
  await tx.deleteFrom('visit_trainee').where('visit_id', '=', id).execute();
  return { entities: [], files: 0 };
}
