import { applicationFields } from '#dispatch/domain/request-application.ts';
import { requestFields } from '#dispatch/domain/request-fields.ts';
import { requestEntries, type RequestEntry } from '#dispatch/request-entries.server.ts';
import { getRequestSuggestions } from '#dispatch/request-queries.server.ts';
import { applicationGroups, requestGroups } from '#dispatch/text.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { RecordUseCases } from '#record/record-use-cases.server.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { draftRequestOfWish, makeRequestOfWish } from '../make-request.server.ts';
import { wishRequestText as words } from '../recipient-text.ts';
import { demandText } from '../text.ts';
import type { Route } from './+types/wish-request.ts';

type Page = Route.ComponentProps['loaderData'];

const fields = [...requestFields, ...applicationFields];
// The contact is already filled in: it is in sight, the other papers come later.
const groups = [
  ...requestGroups,
  ...applicationGroups.map((group, index) => (index === 0 ? group : { ...group, folded: true })),
];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: data.number, href: data.recipientHref },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const { wish, recipient, texts } = await draftRequestOfWish(ctx, params['wish'] ?? '');
  if (recipient.surveyId !== params['id']) throw new NotFound('demand-wish', wish.id);
  return {
    number: recipient.number,
    recipientHref: href(`demand-surveys/${recipient.surveyId}/recipients/${recipient.id}`),
    state: startForm(texts),
    suggestions: await getRequestSuggestions(ctx),
    request: wish.request && { number: wish.request.number, href: href(`requests/${wish.request.id}`) },
  };
});

/** Only the creation differs from any other request: it ties the wish to what came of it. */
function recordsOf({ params }: StaffCall): RecordUseCases<RequestEntry> {
  return { ...requestEntries, create: (ctx, creation) => makeRequestOfWish(ctx, params['wish'] ?? '', creation) };
}

export const action = staffPage((call) =>
  saveForm(call, { records: recordsOf(call), detailHref: (id) => call.href(`requests/${id}`) }),
);

export default function WishRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { number, request, recipientHref } = loaderData;
  if (request) {
    return (
      <>
        <PageHeader title={words.title} />
        <Notification kind="info" title={words.alreadyTitle}>
          {words.already(request.number)} <a href={request.href}>{words.open}</a>
        </Notification>
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.title} lead={words.lead(number)} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={fields}
        groups={groups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={words.register}
        cancelHref={recipientHref}
        suggestions={loaderData.suggestions}
      />
    </>
  );
}
