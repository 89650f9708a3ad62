import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DateField } from '#ui/date-field.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { batchText as words } from '../text.ts';
import type { Route } from './+types/batch-detail.ts';
import { CandidateChoice, CaseTable } from './batch-cases.tsx';
import { loadBatchPage, takeBatchCommand, type BatchAnswer } from './batch-page.server.ts';
import { batchTones } from '../state-tones.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: words.title, href: href('certification-batches') },
    { label: page.label },
  ],
};

export const loader = staffPage(loadBatchPage);

export const action = staffPage(takeBatchCommand);

type Parts = { readonly page: Page; readonly answer: BatchAnswer | undefined };

export default function BatchDetail({ loaderData: page, actionData: answer }: Route.ComponentProps) {
  const errors = answer?.errors ?? [];
  return (
    <>
      <PageHeader
        title={page.label}
        status={<ChipLabel tone={batchTones[page.state]}>{words.states[page.state]}</ChipLabel>}
        lead={words.next[page.state]}
        hasErrors={errors.length > 0}
        action={page.editHref ? <ButtonLink href={page.editHref}>{words.change}</ButtonLink> : undefined}
      />
      <ErrorSummary errors={errors} />
      {page.notice ? (
        <div className="mb-6">
          <Notification
            kind={page.notice.kind === 'overdue' ? 'error' : 'warning'}
            title={`${page.notice.text}（${page.deadline}）`}
          />
        </div>
      ) : null}
      <Facts page={page} />
      <CaseTable page={page} answer={answer} />
      <Papers page={page} />
      <CandidateChoice page={page} answer={answer} />
      <Sending page={page} answer={answer} />
      <Receipt page={page} answer={answer} />
      <Removal page={page} />
    </>
  );
}

function Facts({ page }: { readonly page: Page }) {
  return (
    <div className="mb-8">
      <DescriptionList
        columns={2}
        items={[
          { term: words.deadline, detail: page.deadline },
          { term: words.note, detail: page.note },
          { term: words.sentOn, detail: page.sentOn },
          { term: words.documentNumber, detail: page.documentNumber },
          { term: words.receivedOn, detail: page.receivedOn },
        ]}
      />
    </div>
  );
}

function Papers({ page }: { readonly page: Page }) {
  return (
    <section className="mb-8 print:hidden">
      <h2 className="mb-2 text-std-20B-150">{words.papers}</h2>
      <p className="mb-2">{page.papers.length === 0 ? words.papersNone : words.papersLead}</p>
      <div className="flex flex-wrap items-center gap-3">
        {page.papers.map(({ label, href }) => (
          <ButtonLink key={href} href={href} download>
            {label}
          </ButtonLink>
        ))}
        {page.wordsHref ? <a href={page.wordsHref}>{words.toWords}</a> : null}
      </div>
    </section>
  );
}

function Hidden({ page, intent }: { readonly page: Page; readonly intent: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={page.version} />
    </>
  );
}

function errorOf(answer: BatchAnswer | undefined, name: string): string | undefined {
  return answer?.errors.find((error) => error.name === name)?.message;
}

const boxLook = 'mb-8 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden';

function Sending({ page, answer }: Parts) {
  if (!page.maySend) return null;
  return (
    <section className={boxLook}>
      <h2 className="mb-2 text-std-20B-150">{words.sendHeading}</h2>
      <p className="mb-3 max-w-3xl">{words.sendLead}</p>
      <Form method="post" noValidate data-once className="flex max-w-3xl flex-col gap-4">
        <Hidden page={page} intent="send" />
        <DateField
          name="sentOn"
          label={words.sentOn}
          required
          defaultValue={answer?.sentOn || page.today}
          error={errorOf(answer, 'sentOn')}
        />
        <TextField
          name="documentNumber"
          label={words.documentNumber}
          required={false}
          hint={words.documentNumberHint}
          width="medium"
          autoComplete="off"
          defaultValue={answer?.documentNumber ?? ''}
          error={errorOf(answer, 'documentNumber')}
        />
        <div>
          <Button variant="solid">{words.send}</Button>
        </div>
      </Form>
    </section>
  );
}

function Receipt({ page, answer }: Parts) {
  if (!page.mayReceive) return null;
  return (
    <section className={boxLook}>
      <h2 className="mb-2 text-std-20B-150">{words.receiptHeading}</h2>
      <Form method="post" noValidate data-once className="flex max-w-3xl flex-col gap-4">
        <Hidden page={page} intent="receive" />
        <DateField
          name="receivedOn"
          label={words.receivedOn}
          required
          defaultValue={answer?.receivedOn || page.today}
          error={errorOf(answer, 'receivedOn')}
        />
        <div>
          <Button variant="solid">{words.receipt}</Button>
        </div>
      </Form>
    </section>
  );
}

function Removal({ page }: { readonly page: Page }) {
  if (!page.mayRemove) return null;
  return (
    <section className="mb-8 print:hidden">
      <h2 className="mb-2 text-std-20B-150">{words.removeHeading}</h2>
      <p className="mb-2">{words.removeLead}</p>
      <Form method="post" data-once>
        <Hidden page={page} intent="remove" />
        <Button>{words.remove}</Button>
      </Form>
    </section>
  );
}
