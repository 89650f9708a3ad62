import { data, Form, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { showProblems } from '#record/text.ts';
import { RecordForm, type FormState } from '#record/web/record-form.tsx';
import { readTexts, startForm } from '#record/web/record-pages.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { noRequestFields } from '../domain/no-request.ts';
import { outreachLineLabel, outreachLines, type OutreachLine } from '../domain/outreach-line.ts';
import { listLines } from '../line-queries.server.ts';
import { recordNoRequest, withdrawNoRequest } from '../state-no-request.server.ts';
import { lineStateLabel, noRequestRefusalText, outreachText as words } from '../text.ts';
import type { Route } from './+types/outreach-line.ts';
import { lineTones } from './outreach-tones.ts';

export const handle = {
  breadcrumb: ({
    href,
    data: { label },
  }: {
    href: (path: string) => string;
    data: Route.ComponentProps['loaderData'];
  }) => [{ label: words.title, href: href('outreach') }, { label }],
};

function requireLine(text: string | undefined): OutreachLine {
  const found = outreachLines.find(({ code }) => code === text);
  if (!found) throw new NotFound('outreach-line', text ?? '');
  return found.code;
}

export const loader = staffPage(async ({ ctx, params, year, href }) => {
  const line = requireLine(params['line']);
  const found = (await listLines(ctx, year)).find((row) => row.line === line);
  if (!found) throw new NotFound('outreach-line', line);
  const { held, planned, requests, state, noRequest } = found;
  return {
    label: outreachLineLabel(line),
    year: fiscalYearLabel(year),
    counts: { held, planned, requests },
    state,
    noRequest: noRequest && {
      stated: words.stated(formatSlashDate(noRequest.statedOn), noRequest.recorderName),
      efforts: noRequest.efforts,
    },
    form: startForm(formatFields(noRequestFields, noRequest ?? { statedOn: ctx.today(), efforts: '' })),
    mayWrite: isAllowed(ctx.actor, 'outreach.write', { corner: ctx.corner }),
    listHref: href('outreach'),
  };
});

export const action = staffPage(async ({ ctx, params, year, request, href }) => {
  requirePermission(ctx, 'outreach.write');
  const place = { fiscalYear: year, line: requireLine(params['line']) };
  const form = await readForm(request);
  const here = href(`outreach/lines/${place.line}`);
  if (textIn(form, 'intent') === 'withdraw') {
    await withdrawNoRequest(ctx, place);
    throw redirect(here);
  }
  const texts = readTexts(noRequestFields, form);
  const again = (errors: FormState['errors'], status: number) =>
    data({ texts, errors, key: '' } satisfies FormState, { status });
  const read = parseFields(noRequestFields, texts);
  if (!read.ok) return again(showProblems(read.refusal), 422);
  const recorded = await recordNoRequest(ctx, { ...place, noRequest: read.value });
  if (recorded.ok) throw redirect(here);
  const { refusal } = recorded;
  const message = noRequestRefusalText(refusal);
  return refusal.kind === 'asked' ? again([{ message }], 409) : again([{ name: 'statedOn', message }], 422);
});

export default function OutreachLinePage({ loaderData, actionData }: Route.ComponentProps) {
  const { label, year, state, noRequest, mayWrite } = loaderData;
  return (
    <>
      <PageHeader
        title={words.noRequestTitle(label)}
        status={<ChipLabel tone={lineTones[state]}>{lineStateLabel(state)}</ChipLabel>}
        lead={`${year}　${words.noRequestLead}`}
        hasErrors={actionData !== undefined}
      />
      <Counts line={loaderData} />
      {noRequest && mayWrite ? <Withdraw /> : null}
      {state !== 'asked' && mayWrite ? (
        <RecordForm
          fields={noRequestFields}
          groups={[{ heading: words.noRequest, keys: ['statedOn', 'efforts'] }]}
          state={actionData ?? loaderData.form}
          submitLabel={noRequest ? words.save : words.stateNoRequest}
          cancelHref={loaderData.listHref}
        />
      ) : null}
    </>
  );
}

function Counts({ line: { counts, state, noRequest } }: { readonly line: Route.ComponentProps['loaderData'] }) {
  const { held, planned, requests } = counts;
  return (
    <>
      {state === 'asked' ? (
        <div className="mb-4">
          <Notification kind={noRequest ? 'warning' : 'info'} title={words.askedTitle}>
            {noRequest ? words.superseded : words.askedLead}
          </Notification>
        </div>
      ) : null}
      <div className="mb-6">
        <DescriptionList
          columns={2}
          items={[
            { term: words.held, detail: `${held.toLocaleString('ja-JP')}回` },
            { term: words.planned, detail: `${planned.toLocaleString('ja-JP')}回` },
            { term: words.requests, detail: `${requests.toLocaleString('ja-JP')}件` },
            ...(noRequest
              ? [
                  { term: words.noRequest, detail: noRequest.stated },
                  { term: words.efforts, detail: <span className="whitespace-pre-wrap">{noRequest.efforts}</span> },
                ]
              : []),
          ]}
        />
      </div>
    </>
  );
}

function Withdraw() {
  return (
    <Form method="post" data-once className="mb-6 print:hidden">
      <input type="hidden" name="intent" value="withdraw" />
      <Button>{words.withdraw}</Button>
    </Form>
  );
}
