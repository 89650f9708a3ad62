import { data, Form, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { reasonsText } from '#instructor/merge-text.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { confirmDraft, discardDraft, findDraft, type ImportDraft } from '../import-drafts.server.ts';
import { countsText, grouped, otherYearText, transferText } from '../text.ts';
import type { Route } from './+types/import-preview.ts';
import { FileSeen } from './file-seen.tsx';
import { listPath } from './kind-address.ts';
import { ProblemList } from './problem-list.tsx';
import { pageWords as words } from './text.ts';

/** From here on others feel it: the built-in database does one thing at a time. */
const MANY_ROWS = 10_000;

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: transferText.title, href: href('transfer') },
    { label: words.previewTitle },
  ],
};

export const loader = staffPage(async ({ ctx, params, href, url }) => {
  const draft = await findDraft(ctx, params['draft'] ?? '');
  const shown = {
    draft: draft && showDraft(draft, href),
    changed: url.searchParams.has('changed'),
    backHref: href('transfer'),
  };
  return draft ? shown : data(shown, { status: 410 });
});

export const action = staffPage(async ({ ctx, params, href, request, url }) => {
  const id = params['draft'] ?? '';
  const form = await readForm(request);
  if (form.get('intent') === 'discard') {
    await discardDraft(ctx, id);
    throw redirect(href('transfer'));
  }
  const confirmation = await confirmDraft(ctx, id);
  switch (confirmation.kind) {
    case 'changed':
      throw redirect(`${url.pathname}?changed=1`);
    case 'gone':
      return data({ kind: 'gone' as const }, { status: 410 });
    case 'imported': {
      const { draft } = confirmation;
      // Said outright: the loader that runs after this finds the draft gone and would answer 410.
      const done = { kind: 'imported' as const, draft: showDraft(draft, href), listHref: href(listPath(draft.kind)) };
      return data(done, { status: 200 });
    }
    case 'refused': {
      const { draft, outcome } = confirmation;
      return data(
        { kind: 'refused' as const, draft: showDraft(draft, href), problems: outcome.problems },
        { status: 422 },
      );
    }
  }
});

type Href = (path: string) => string;

function showDraft(draft: ImportDraft, href: Href) {
  const suspects = draft.preview.suspects.map((suspect) => ({
    ...suspect,
    otherHref: suspect.other.id === null ? undefined : href(`instructors/${suspect.other.id}`),
  }));
  const followed = draft.preview.followed.map((each) => ({ ...each, href: href(`instructors/${each.survivor.id}`) }));
  return {
    ...draft,
    preview: { ...draft.preview, suspects, followed },
    label: transferText.kinds[draft.kind],
    yearLabel: fiscalYearLabel(draft.fiscalYear),
  };
}

type ShownDraft = ReturnType<typeof showDraft>;

export default function ImportPreview({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, changed, backHref } = loaderData;
  if (actionData?.kind === 'imported')
    return <Done draft={actionData.draft} listHref={actionData.listHref} backHref={backHref} />;
  if (actionData?.kind === 'gone' || !draft) return <Gone backHref={backHref} />;
  if (actionData?.kind === 'refused') {
    return (
      <>
        <PageHeader title={words.previewTitle} hasErrors />
        <ProblemList problems={actionData.problems} />
        <ButtonLink href={backHref}>{words.back}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.previewTitle} lead={words.previewLead} />
      {changed ? (
        <Notification kind="warning" title={words.changedTitle} announce>
          {words.changedLead}
        </Notification>
      ) : null}
      <Counts draft={draft} />
      <Suspects draft={draft} />
      <Followed draft={draft} />
      <FileSeen file={draft.preview} items={describe(draft)} />
      <Decision draft={draft} backHref={backHref} />
    </>
  );
}

function describe(draft: ShownDraft) {
  return [
    { term: words.kind, detail: draft.label },
    ...(draft.kind === 'plan-items' ? [{ term: words.year, detail: draft.yearLabel }] : []),
    { term: words.fileName, detail: draft.fileName },
  ];
}

function Counts({ draft }: { readonly draft: ShownDraft }) {
  const { counts, otherYearCount } = draft.preview;
  return (
    <section className="my-6 grid max-w-3xl gap-4">
      <h2 className="text-std-20B-150">{words.counts}</h2>
      <DescriptionList
        items={[
          { term: words.created, detail: words.records(grouped(counts.created)) },
          { term: words.updated, detail: words.records(grouped(counts.updated)) },
          { term: words.unchanged, detail: words.records(grouped(counts.unchanged)) },
        ]}
      />
      {otherYearCount > 0 ? (
        <Notification kind="warning" title={otherYearText(otherYearCount, draft.yearLabel)} />
      ) : null}
    </section>
  );
}

/** Who of the file may be in the ledger already; taking the file in goes on all the same. */
function Suspects({ draft }: { readonly draft: ShownDraft }) {
  const { suspects, suspectCount } = draft.preview;
  if (suspectCount === 0) return null;
  return (
    <div className="my-6 max-w-3xl">
      <Notification kind="warning" title={words.suspectsTitle(grouped(suspectCount))}>
        <ul className="mb-2 list-disc pl-6">
          {suspects.map(({ number, name, other, reasons, otherHref }) => (
            <li key={`${number} ${other.number}`}>
              {number}　{name}：
              {otherHref === undefined ? (
                words.suspectInFile(other.number, other.name)
              ) : (
                <a href={otherHref}>
                  {other.number}　{other.name}
                </a>
              )}
              （{words.suspectReason(reasonsText(reasons))}）
            </li>
          ))}
        </ul>
        <p>{words.suspectsLead}</p>
      </Notification>
    </div>
  );
}

/** Whose numbers were merged away: their rows are taken in under the record that stays. */
function Followed({ draft }: { readonly draft: ShownDraft }) {
  const { followed, followedCount } = draft.preview;
  if (followedCount === 0) return null;
  return (
    <div className="my-6 max-w-3xl">
      <Notification kind="info" title={words.followedTitle(grouped(followedCount))}>
        <ul className="mb-2 list-disc pl-6">
          {followed.map(({ number, survivor, href }) => (
            <li key={number}>
              {number} →{' '}
              <a href={href}>
                {survivor.number}　{survivor.name}
              </a>
            </li>
          ))}
        </ul>
        <p>{words.followedLead}</p>
      </Notification>
    </div>
  );
}

function Decision({ draft, backHref }: { readonly draft: ShownDraft; readonly backHref: string }) {
  const { created, updated } = draft.preview.counts;
  const writes = created + updated;
  return (
    <Form method="post" data-once className="grid max-w-3xl gap-4">
      {writes === 0 ? (
        <Notification kind="info" title={words.nothingTitle}>
          {words.nothingLead}
        </Notification>
      ) : (
        <p>
          {words.kept}
          {draft.preview.rowCount >= MANY_ROWS ? words.manyRows : ''}
        </p>
      )}
      <div className="flex flex-wrap gap-4">
        {writes === 0 ? (
          <ButtonLink href={backHref}>{words.back}</ButtonLink>
        ) : (
          <Button variant="solid" name="intent" value="import">
            {words.take(grouped(writes))}
          </Button>
        )}
        <Button variant="text" name="intent" value="discard">
          {words.discard}
        </Button>
      </div>
    </Form>
  );
}

type DoneProps = { readonly draft: ShownDraft; readonly listHref: string; readonly backHref: string };

function Done({ draft, listHref, backHref }: DoneProps) {
  return (
    <>
      <PageHeader title={words.doneTitle} />
      <Notification
        kind="success"
        title={`${draft.label}：${countsText(draft.preview.counts)}`}
        announce
        actions={
          <>
            <ButtonLink variant="solid" href={listHref}>
              {words.toList(draft.label)}
            </ButtonLink>
            <ButtonLink href={backHref}>{words.back}</ButtonLink>
          </>
        }
      >
        {draft.fileName}
      </Notification>
    </>
  );
}

function Gone({ backHref }: { readonly backHref: string }) {
  return (
    <>
      <PageHeader title={words.goneTitle} lead={words.goneLead} />
      <ButtonLink variant="solid" href={backHref}>
        {words.back}
      </ButtonLink>
    </>
  );
}
