import { randomUUID } from 'node:crypto';
import { data, Form, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { listLettersOf } from '#letter/register-queries.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { DocumentSheet } from '#record/web/document-sheet.tsx';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { upkeepText as words } from '../text.ts';
import { getUpkeep } from '../upkeep-queries.server.ts';
import { issueUpkeepLetter, upkeepLetterForms, upkeepLetters, writeLetter } from '../write-letter.server.ts';
import type { Route } from './+types/upkeep-letter.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: words.title, href: href('upkeep') },
    { label: page.name, href: page.detailHref },
    { label: page.title },
  ],
};

function letterOf({ params }: Pick<StaffCall, 'params'>) {
  const kind = upkeepLetters.find((known) => known === params['kind']);
  if (!kind) throw data(null, { status: 404 });
  return { kind, instructorId: params['id'] ?? '' };
}

export const loader = (args: Route.LoaderArgs) =>
  staffPage(async (call) => {
    const { ctx, href } = call;
    const letter = letterOf(call);
    const form = upkeepLetterForms[letter.kind];
    const { model, hasTemplate } = await writeLetter(ctx, { ...letter, ...letterDeskOf(args) });
    const issued = await listLettersOf(ctx, { kind: 'instructor', id: letter.instructorId });
    return {
      model: hasTemplate ? undefined : model,
      title: form.title,
      name: (await getUpkeep(ctx, letter.instructorId)).name,
      detailHref: href(`upkeep/${letter.instructorId}`),
      wordHref: href(`upkeep/${letter.instructorId}/letter/${letter.kind}/word`),
      templateHref: href(`letters/templates/${form.kind}`),
      key: randomUUID(),
      issued: issued
        .filter(({ kind, isErased }) => kind === form.kind && !isErased)
        .map(({ id, number, issuedOn }) => ({
          id,
          label: words.issuedOn(number, formatSlashDate(issuedOn)),
          href: href(`letters/${id}/word`),
        })),
    };
  })(args);

export const action = (args: Route.ActionArgs) =>
  staffPage(async (call) => {
    const { ctx, request, href } = call;
    requirePermission(ctx, 'upkeep.write');
    const letter = letterOf(call);
    const once = textIn(await readForm(request), 'idempotency-key') || undefined;
    try {
      await issueUpkeepLetter(ctx, { ...letter, ...letterDeskOf(args), once });
    } catch (error) {
      if (!(error instanceof IdempotencyKeyReused)) throw error;
      return data<{ errors: readonly FormError[] }>({ errors: [{ message: recordWords.sentBefore }] }, { status: 409 });
    }
    throw redirect(href(`upkeep/${letter.instructorId}/letter/${letter.kind}`));
  })(args);

export default function UpkeepLetter({ loaderData, actionData }: Route.ComponentProps) {
  const { model, title, wordHref, templateHref } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={title}
          lead={words.letterLead}
          hasErrors={errors.length > 0}
          action={
            <ButtonLink href={wordHref} download>
              {words.word}
            </ButtonLink>
          }
        />
        <ErrorSummary errors={errors} />
        <Issue page={loaderData} />
        {model ? null : (
          <Notification kind="info" title={words.ownTemplate}>
            {words.ownTemplateLead} <a href={templateHref}>{words.toTemplate}</a>
          </Notification>
        )}
      </div>
      {model ? <DocumentSheet model={model} /> : null}
    </>
  );
}

function Issue({ page: { issued, key } }: { readonly page: Page }) {
  return (
    <section className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3">
      <h2 className="mb-2 text-std-18B-160">{words.issueTitle}</h2>
      {issued.length > 0 ? (
        <ul className="mb-3">
          {issued.map(({ id, label, href }) => (
            <li key={id}>
              <a href={href} download>
                {label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mb-3 max-w-3xl">{issued.length > 0 ? words.issueAgainLead : words.issueLead}</p>
      <Form method="post" data-once>
        <input type="hidden" name="idempotency-key" value={key} />
        <Button variant={issued.length > 0 ? 'outline' : 'solid'}>
          {issued.length > 0 ? words.issueAgain : words.issue}
        </Button>
      </Form>
    </section>
  );
}
