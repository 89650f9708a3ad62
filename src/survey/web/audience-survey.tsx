import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { TextField } from '#ui/text-field.tsx';
import { surveyText as words } from '../text.ts';
import type { loadVisitSurvey, VisitSurveyAnswer } from './visit-survey-page.server.ts';

type Page = Awaited<ReturnType<typeof loadVisitSurvey>>;
type Part = Page['asked'][number];
type Props = { readonly part: Part; readonly page: Page; readonly answer: VisitSurveyAnswer | undefined };

/** What one audience of a visit was asked and has answered, and how more answers come in. */
export function AudienceSurvey({ part, page, answer }: Props) {
  const { label, results } = part;
  return (
    <section className="mb-8 max-w-4xl border-t border-solid-gray-420 pt-3">
      <h2 className="mb-2 text-std-20B-150">
        {label}（{words.count(results.answers)}）
      </h2>
      {results.answers > 0 ? <Results part={part} /> : null}
      {page.mayWrite ? <Sheets part={part} page={page} answer={answer} /> : null}
    </section>
  );
}

function Results({ part: { label, results, texts, own } }: { readonly part: Part }) {
  return (
    <div className="mb-4 flex flex-col gap-4">
      <DataTable
        caption={words.distribution(label)}
        dense
        rows={results.lines}
        rowKey={({ question }) => question}
        columns={[
          { key: 'question', header: words.question, cell: ({ question }) => question, rowHeader: true },
          { key: 'share', header: words.rate, cell: ({ share }) => share, align: 'end', keepTogether: true },
          ...[1, 2, 3, 4, 5].map((rating) => ({
            key: String(rating),
            header: String(rating),
            cell: ({ ratings }: Part['results']['lines'][number]) => ratings[rating - 1] ?? '',
            align: 'end' as const,
          })),
        ]}
      />
      {own.length > 0 ? (
        <DataTable
          caption={words.own}
          dense
          rows={own}
          rowKey={({ question, answer }) => `${question} ${answer}`}
          columns={[
            { key: 'question', header: words.question, cell: ({ question }) => question, rowHeader: true },
            { key: 'answer', header: words.answer, cell: ({ answer }) => answer },
            { key: 'count', header: words.answers, cell: ({ count }) => words.count(count), align: 'end' },
          ]}
        />
      ) : null}
      {texts.length > 0 ? (
        <div>
          <h3 className="mb-1 text-std-16B-170">{words.freeTexts(texts.length)}</h3>
          <ul className="list-disc pl-6">
            {texts.map((text, index) => (
              <li key={index} className="wrap-anywhere whitespace-pre-line">
                {text}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function Sheets({ part, page, answer }: Props) {
  const { audience, label, round, wanted, sheetsHref, paperHref, entryHref } = part;
  const error = answer?.errors.find(({ name }) => name === `wanted-${audience}`)?.message;
  return (
    <div className="flex flex-col gap-4 print:hidden">
      <div>
        <h3 className="text-std-16B-170">{words.sheets}</h3>
        {round.issued > 0 ? (
          <p>
            {`${words.issued} ${round.issued}枚　${words.cameIn} ${round.answered}枚　${words.open} ${round.open}枚`}
            {round.revoked > 0 ? `　${words.revoked} ${round.revoked}枚` : ''}
            {`　${words.until(page.visit.lastDay)}`}
          </p>
        ) : (
          <p>{audience === 'host' ? words.hostSheetsLead : words.sheetsLead}</p>
        )}
      </div>
      <div data-density="compact" className="flex flex-wrap items-end gap-3">
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="issue" />
          <input type="hidden" name="audience" value={audience} />
          <input type="hidden" name="idempotency-key" value={`${page.key} ${audience}`} />
          <TextField
            name="wanted"
            id={`field-wanted-${audience}`}
            label={`${label}：${words.wanted}`}
            hint={audience === 'host' ? undefined : words.wantedHint(page.visit.trainees)}
            inputMode="numeric"
            width="short"
            unit="枚"
            defaultValue={error === undefined ? String(wanted) : (answer?.typed['wanted'] ?? '')}
            error={error}
          />
          <Button>{words.issue}</Button>
        </Form>
        {round.open > 0 ? <ButtonLink href={sheetsHref}>{words.printSheets}</ButtonLink> : null}
        <ButtonLink href={paperHref}>{words.printPaper}</ButtonLink>
        <ButtonLink href={entryHref}>{words.enter}</ButtonLink>
      </div>
      {round.open > 0 ? (
        <Disclosure summary={words.revoke}>
          <Form method="post" className="flex flex-col gap-2">
            <input type="hidden" name="intent" value="revoke" />
            <input type="hidden" name="audience" value={audience} />
            <p>{words.revokeLead(round.open)}</p>
            <div>
              <Button>{words.revoke}</Button>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
