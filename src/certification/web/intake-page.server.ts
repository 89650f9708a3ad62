import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { date } from '#record/domain/date-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { listIntakeSuspensions, resumeIntake, suspendIntake } from '../intake.server.ts';
import { intakeText as words } from '../page-text.ts';
import { intakeRefusalText } from '../text.ts';

/** Whether applications are received today, and when they were not. */
export async function loadIntakePage({ ctx, href }: StaffCall) {
  const suspensions = await listIntakeSuspensions(ctx);
  const open = suspensions.find(({ until }) => until === null);
  return {
    open: open && { since: formatSlashDate(open.since), reason: open.reason },
    suspensions: suspensions.map(({ since, until, reason }) => ({
      key: since,
      since: formatSlashDate(since),
      until: until === null ? words.lasting : formatSlashDate(until),
      reason,
    })),
    today: ctx.today().replaceAll('-', '/'),
    mayManage: isAllowed(ctx.actor, 'criteria.manage', { corner: ctx.corner }),
    listHref: href('certifications'),
  };
}

export type IntakeAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly texts: Readonly<Record<string, string>>;
};

/** Takes 「受付を停止する」 or 「受付を再開する」. */
export async function takeIntake({ ctx, request, href }: StaffCall) {
  requirePermission(ctx, 'criteria.manage');
  const form = await readForm(request);
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const texts = { day: textOf('day'), reason: textOf('reason') };
  const again = (errors: IntakeAnswer['errors'], status: number) => data<IntakeAnswer>({ errors, texts }, { status });
  const resuming = textOf('act') === 'resume';
  const day = date().parse(texts.day);
  const reason = text({ limit: 200 }).parse(texts.reason);
  const errors = [
    ...(day.ok
      ? []
      : [
          {
            name: 'day',
            message: problemText(resuming ? words.resumedOn : words.since, blankOr(texts.day, day.refusal)),
          },
        ]),
    ...(resuming || reason.ok
      ? []
      : [{ name: 'reason', message: problemText(words.reason, blankOr(texts.reason, reason.refusal)) }]),
  ];
  if (!day.ok || errors.length > 0) return again(errors, 422);
  const answer = resuming
    ? await resumeIntake(ctx, { resumedOn: day.value })
    : await suspendIntake(ctx, { since: day.value, reason: reason.ok ? reason.value : '' });
  if (!answer.ok) return again([{ name: 'day', message: intakeRefusalText(answer.refusal) }], 409);
  throw redirect(href('certifications/intake'));
}

type Blank = { readonly kind: 'missing' };

function blankOr<Refusal>(typed: string, refusal: Refusal): Refusal | Blank {
  return typed.trim() === '' ? { kind: 'missing' } : refusal;
}
