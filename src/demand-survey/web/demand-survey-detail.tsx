import { Form, useLocation } from 'react-router';
import { listAddress } from '#record/list-address.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { recordWords } from '#record/web/text.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { recipientClasses } from '../domain/recipient-class.ts';
import { recipientStates, sendingWays } from '../domain/recipient.ts';
import { demandText as words } from '../text.ts';
import type { Route } from './+types/demand-survey-detail.ts';
import { recipientTones, surveyTones } from './demand-tones.ts';
import { loadSurveyPage, takeSurveyAct } from './survey-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.title, href: href('demand-surveys') },
    { label: data.number },
  ],
};

export const loader = staffPage(loadSurveyPage);

export const action = staffPage(takeSurveyAct);

export default function DemandSurveyDetail({ loaderData: page, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={`${words.title} ${page.number}`}
        status={<ChipLabel tone={surveyTones[page.state]}>{page.stateLabel}</ChipLabel>}
        lead={page.next}
        hasErrors={actionData !== undefined}
        action={
          <>
            {page.chooseHref ? (
              <ButtonLink variant={page.recipients === 0 ? 'solid' : 'outline'} href={page.chooseHref}>
                {words.choose}
              </ButtonLink>
            ) : null}
            {page.papersHref ? <ButtonLink href={page.papersHref}>{words.forms}</ButtonLink> : null}
            {page.remindersHref ? <ButtonLink href={page.remindersHref}>{words.reminders}</ButtonLink> : null}
            <ButtonLink href={page.resultsHref}>{words.results}</ButtonLink>
            {page.editHref ? <ButtonLink href={page.editHref}>{recordWords.edit}</ButtonLink> : null}
            {page.step ? <StepForm step={page.step} /> : null}
          </>
        }
      />
      {actionData ? (
        <div className="mb-6">
          <Notification kind="error" title={actionData.error} announce />
        </div>
      ) : null}
      {page.sent > 0 ? (
        <div className="mb-6">
          <Notification kind="success" title={words.send.done(page.sent)} announce />
        </div>
      ) : null}
      <div className="mb-6">
        <DescriptionList
          columns={2}
          items={[
            { term: words.name, detail: page.title },
            { term: words.answerBy, detail: page.answerBy },
            { term: words.recipients, detail: `${page.recipients}件` },
            ...page.counts.map(({ label, count }) => ({ term: label, detail: `${count}件` })),
          ]}
        />
      </div>
      {page.sending ? <SendForm count={page.sending.count} /> : null}
      <Recipients page={page} />
    </>
  );
}

function StepForm({ step }: { readonly step: NonNullable<Page['step']> }) {
  return (
    <Form method="post" action="?" data-once>
      <Button name="command" value={step} variant={step === 'start' ? 'solid' : 'outline'}>
        {words.steps[step]}
      </Button>
    </Form>
  );
}

function SendForm({ count }: { readonly count: number }) {
  const options = (list: readonly { readonly code: string; readonly label: string }[]) =>
    list.map(({ code, label }) => ({ value: code, label }));
  return (
    <section className="mb-8 border-t border-solid-gray-420 pt-4">
      <h2 className="mb-2 text-std-18B-160">{words.send.title}</h2>
      <p className="mb-2">{words.send.lead(count)}</p>
      <Form method="post" action="?" data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
        <SelectField
          name="way"
          label={words.send.way}
          required
          hint={words.send.mailHint}
          options={options(sendingWays)}
          blank={null}
        />
        <SelectField
          name="class"
          id="send-class"
          label={words.send.class}
          options={options(recipientClasses)}
          blank={words.send.everyClass}
        />
        <div>
          <Button variant="solid">{words.send.button}</Button>
        </div>
      </Form>
    </section>
  );
}

function Recipients({ page }: { readonly page: Page }) {
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) =>
    listAddress(location, { sent: undefined, ...changes });
  const active = activeFilters(page, address);
  const list = words.list;
  const options = (known: readonly { readonly code: string; readonly label: string }[]) =>
    known.map(({ code, label }) => ({ value: code, label }));
  return (
    <section>
      <h2 className="mb-2 text-std-18B-160">{list.caption}</h2>
      <FilterBar active={active} clearHref={location.pathname}>
        <TextField name="q" label={list.search} hint={list.searchHint} defaultValue={page.typed.q} type="search" />
        <SelectField
          name="state"
          label={list.state}
          options={options(recipientStates)}
          defaultValue={page.typed.state}
        />
        <SelectField
          name="class"
          label={list.class}
          options={options(recipientClasses)}
          defaultValue={page.typed.class}
        />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? list.nothingFits : list.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
          add={{ label: words.choose, href: page.chooseHref }}
        />
      ) : (
        <RecipientTable caption={`${list.caption} ${page.count}`} rows={page.rows} />
      )}
      <Pager
        nextHref={page.nextCursor && address({ cursor: page.nextCursor })}
        previousHref={page.previousCursor && address({ cursor: page.previousCursor })}
      />
    </section>
  );
}

function RecipientTable({ caption, rows }: { readonly caption: string; readonly rows: Page['rows'] }) {
  const list = words.list;
  return (
    <DataTable
      caption={caption}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'number', header: list.number, cell: (row) => row.number, keepTogether: true },
        { key: 'host', header: list.host, cell: (row) => <a href={row.href}>{row.name}</a>, rowHeader: true },
        { key: 'class', header: list.class, cell: (row) => row.classLabel },
        { key: 'sent', header: list.sentOn, cell: (row) => row.sentDay, keepTogether: true },
        { key: 'reminded', header: list.remindedOn, cell: (row) => row.remindedDay, keepTogether: true },
        { key: 'answer', header: list.answer, cell: (row) => row.answer, keepTogether: true },
        {
          key: 'state',
          header: list.state,
          cell: (row) => <ChipLabel tone={recipientTones[row.state]}>{row.stateLabel}</ChipLabel>,
          keepTogether: true,
        },
      ]}
    />
  );
}

function activeFilters({ typed }: Page, address: (changes: Record<string, string | undefined>) => string) {
  const list = words.list;
  const shown: readonly (readonly [string, string, string | undefined])[] = [
    ['q', list.search, typed.q],
    ['state', list.state, recipientStates.find(({ code }) => code === typed.state)?.label],
    ['class', list.class, recipientClasses.find(({ code }) => code === typed.class)?.label],
  ];
  return shown.flatMap(([name, label, value]) =>
    value ? [{ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }] : [],
  );
}
