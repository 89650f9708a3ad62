import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { showProblems } from '#record/text.ts';
import type { FormState } from '#record/web/record-form.tsx';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { setCriteria, type CriteriaRefusal } from '../change-criteria.server.ts';
import { getOwnCriteria } from '../list-criteria.server.ts';
import { criteriaFields } from '../domain/criteria-fields.ts';
import { criteriaTakenText } from '../text.ts';

/** The form of new criteria, or of those that begin on the day `?from=`. */
export async function loadCriteriaForm({ ctx, url, href }: StaffCall) {
  requirePermission(ctx, 'criteria.manage');
  const listHref = href('certifications/criteria');
  const from = url.searchParams.get('from');
  const blank: FormState = { texts: {}, errors: [], key: randomUUID() };
  if (from === null) return { listHref, day: null, state: blank };
  const own = await getOwnCriteria(ctx, from);
  const state: FormState = { ...blank, texts: formatFields(criteriaFields, own.input), version: own.version };
  return { listHref, day: formatSlashDate(own.input.validFrom), state };
}

/** Takes the posted form and sets the criteria. */
export async function takeCriteriaForm({ ctx, request, href, url }: StaffCall) {
  requirePermission(ctx, 'criteria.manage');
  const form = await readForm(request);
  const textOf = (name: string) =>
    form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join(';');
  const version = form.has('version') ? Number(textOf('version')) : undefined;
  const from = url.searchParams.get('from');
  const listHref = href('certifications/criteria');
  // The first day is what the criteria are known by: it is chosen once.
  const entered = Object.fromEntries(criteriaFields.map(({ key }) => [key, textOf(key)]));
  const texts = from === null ? entered : { ...entered, validFrom: from };
  const again = (errors: FormState['errors'], status: number) =>
    data<FormState>(
      { texts, errors, key: textOf('idempotency-key'), ...(version === undefined ? {} : { version }) },
      { status },
    );
  const parsed = parseFields(criteriaFields, texts);
  if (!parsed.ok) return again(showProblems(parsed.refusal), 422);
  const saved = await setCriteria(ctx, { input: parsed.value, version });
  if (!saved.ok) return again(showRefusal(saved.refusal), 409);
  throw redirect(listHref);
}

function showRefusal(refusal: CriteriaRefusal): FormState['errors'] {
  if (refusal.kind === 'fields') return showProblems(refusal.problems);
  return [{ name: 'validFrom', message: criteriaTakenText(refusal) }];
}
