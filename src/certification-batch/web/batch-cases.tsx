import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { batchText as words } from '../text.ts';
import type { BatchAnswer, loadBatchPage } from './batch-page.server.ts';
import { caseTones } from '../state-tones.ts';

type Page = Awaited<ReturnType<typeof loadBatchPage>>;

type Parts = { readonly page: Page; readonly answer: BatchAnswer | undefined };

/** What is in a bundle, or went out with it; an open one lets go of what is chosen. */
export function CaseTable({ page, answer }: Parts) {
  const { cases, state } = page;
  const heading = state === 'open' ? words.inside : words.insideSent;
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-std-20B-150">{heading}</h2>
      {cases.length === 0 ? (
        <p>{words.insideNone}</p>
      ) : (
        <>
          <Cases caption={`${heading} ${words.fileCount(cases.length)}`} rows={cases} withResult={state !== 'open'} />
          {page.mayFill ? (
            <div className="print:hidden">
              <Disclosure summary={words.take}>
                <Choice
                  page={page}
                  rows={cases}
                  intent="take"
                  submit={words.takeChosen}
                  chosen={answer?.chosen ?? []}
                />
              </Disclosure>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}

/** Received applications that may go into an open bundle. */
export function CandidateChoice({ page, answer }: Parts) {
  if (page.state !== 'open') return null;
  return (
    <section className="mb-8 print:hidden">
      <h2 className="mb-2 text-std-20B-150">{words.candidates}</h2>
      {page.candidates.length === 0 ? (
        <p>{words.candidatesNone}</p>
      ) : page.mayFill ? (
        <>
          <p className="mb-2">{words.candidatesLead}</p>
          <Choice
            page={page}
            rows={page.candidates}
            intent="add"
            submit={words.addChosen}
            chosen={answer?.chosen ?? []}
          />
        </>
      ) : (
        <Cases caption={words.candidates} rows={page.candidates} withResult={false} />
      )}
    </section>
  );
}

type Rows = Page['cases'];

type ChoiceProps = {
  readonly page: Page;
  readonly rows: Rows;
  readonly intent: 'add' | 'take';
  readonly submit: string;
  readonly chosen: readonly string[];
};

function Choice({ page, rows, intent, submit, chosen }: ChoiceProps) {
  return (
    <Form method="post" data-density="compact" data-once className="flex flex-col gap-3">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={page.version} />
      <CheckboxGroup
        name="case"
        id={`choose-${intent}`}
        label={intent === 'add' ? words.put : words.take}
        options={rows.map(({ id, number, name, trades, files }) => ({
          value: id,
          label: words.choose(number, name),
          note: `${trades}・${words.files} ${files}`,
        }))}
        defaultValues={chosen}
      />
      <div>
        <Button variant={intent === 'add' ? 'solid' : 'outline'}>{submit}</Button>
      </div>
    </Form>
  );
}

type CasesProps = { readonly caption: string; readonly rows: Rows; readonly withResult: boolean };

function Cases({ caption, rows, withResult }: CasesProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: words.number,
          cell: ({ number, href }) => <a href={href}>{number}</a>,
          rowHeader: true,
          keepTogether: true,
        },
        { key: 'name', header: words.name, cell: ({ name }) => name },
        { key: 'trades', header: words.trades, cell: ({ trades }) => trades },
        {
          key: 'form',
          header: words.applicationTitle,
          cell: ({ formHref, name }) => (
            <a href={formHref} download aria-label={`${name} ${words.applicationFile}`}>
              Word
            </a>
          ),
          keepTogether: true,
        },
        {
          key: 'files',
          header: words.files,
          cell: ({ files, filesHref }) => <a href={filesHref}>{files}</a>,
          align: 'end',
          keepTogether: true,
        },
        {
          key: 'state',
          header: words.caseState,
          cell: ({ state, stateName }) => <ChipLabel tone={caseTones[state]}>{stateName}</ChipLabel>,
          keepTogether: true,
        },
        ...(withResult
          ? [
              {
                key: 'result',
                header: words.result,
                cell: ({ registrationNumber }: Rows[number]) => registrationNumber,
                keepTogether: true,
              },
            ]
          : []),
      ]}
    />
  );
}
