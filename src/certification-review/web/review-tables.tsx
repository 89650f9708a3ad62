import { Form } from 'react-router';
import { caseTones } from '#certification-batch/state-tones.ts';
import { certificationText } from '#certification/page-text.ts';
import type { ShownVerdict } from '#certification/show-criteria.ts';
import type { ShownEvidence } from '#evidence/show-evidence.ts';
import { evidenceText } from '#evidence/text.ts';
import { Button } from '#ui/button.tsx';
import { ChipLabel, type ChipTone } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { reviewStates, type ReviewState } from '../domain/review-state.ts';
import { reviewText as words } from '../text.ts';

type ArrivingRow = {
  readonly id: string;
  readonly version: number;
  readonly corner: string;
  readonly label: string;
  readonly documentNumber: string;
  readonly sentOn: string;
  readonly cases: string;
  readonly action: string;
};

/** Bundles that wait for their receipt; each has its button. */
export function ArrivingTable({ rows }: { readonly rows: readonly ArrivingRow[] }) {
  return (
    <section id="arriving" className="mb-8">
      <h2 className="mb-2 text-std-20B-150">{words.arriving}</h2>
      <p className="mb-2">{words.arrivingLead}</p>
      <DataTable
        caption={words.arriving}
        captionHidden
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'corner', header: words.corner, cell: ({ corner }) => corner, rowHeader: true, keepTogether: true },
          { key: 'batch', header: words.batch, cell: ({ label }) => label, keepTogether: true },
          { key: 'document', header: words.documentNumber, cell: ({ documentNumber }) => documentNumber },
          { key: 'sent', header: words.sentOn, cell: ({ sentOn }) => sentOn, keepTogether: true },
          { key: 'cases', header: words.cases, cell: ({ cases }) => cases, align: 'end', keepTogether: true },
          { key: 'act', header: words.act, acts: true, cell: (row) => <Receive row={row} />, keepTogether: true },
        ]}
      />
    </section>
  );
}

function Receive({ row: { id, version, action, corner, label } }: { readonly row: ArrivingRow }) {
  return (
    <Form method="post" action={action} data-once>
      <input type="hidden" name="batch" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button size="sm" aria-label={words.receiveOf(`${corner} ${label}`)}>
        {words.receive}
      </Button>
    </Form>
  );
}

type QueueRow = {
  readonly id: string;
  readonly corner: string;
  readonly number: string;
  readonly name: string;
  readonly href: string | undefined;
  readonly trades: string;
  readonly round: string;
  readonly sentOn: string;
  readonly state: ReviewState;
  readonly stateName: string;
};

/** The applications that were sent, longest waiting first. */
export function QueueTable({ rows }: { readonly rows: readonly QueueRow[] }) {
  return (
    <DataTable
      caption={words.queue}
      captionHidden
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'sent', header: words.sentOn, cell: ({ sentOn }) => sentOn, keepTogether: true },
        { key: 'corner', header: words.corner, cell: ({ corner }) => corner, keepTogether: true },
        { key: 'round', header: words.batch, cell: ({ round }) => round, keepTogether: true },
        {
          key: 'number',
          header: words.number,
          cell: ({ number, href }) => (href ? <a href={href}>{number}</a> : number),
          rowHeader: true,
          keepTogether: true,
        },
        { key: 'name', header: words.name, cell: ({ name }) => name, keepTogether: true },
        { key: 'trades', header: words.trades, cell: ({ trades }) => trades },
        {
          key: 'state',
          header: words.state,
          cell: ({ state, stateName }) => <ChipLabel tone={caseTones[state]}>{stateName}</ChipLabel>,
          keepTogether: true,
        },
      ]}
    />
  );
}

type StatisticsRow = { readonly corner: string; readonly counts: Readonly<Record<ReviewState, number>> };

/** How many applications of each corner are in each state. */
export function StatisticsTable({ rows }: { readonly rows: readonly StatisticsRow[] }) {
  const sumOf = (state: ReviewState) => rows.reduce((sum, { counts }) => sum + counts[state], 0);
  const sums = Object.fromEntries(reviewStates.map((state) => [state, sumOf(state)])) as StatisticsRow['counts'];
  const every = ({ counts }: StatisticsRow) => reviewStates.reduce((sum, state) => sum + counts[state], 0);
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-std-20B-150">{words.statistics}</h2>
      <DataTable
        caption={words.statistics}
        captionHidden
        dense
        rows={rows}
        rowKey={({ corner }) => corner}
        totals={[{ corner: words.total, counts: sums }]}
        columns={[
          { key: 'corner', header: words.corner, cell: ({ corner }) => corner, rowHeader: true, keepTogether: true },
          ...reviewStates.map((state) => ({
            key: state,
            header: words.counted[state],
            cell: ({ counts }: StatisticsRow) => counts[state],
            align: 'end' as const,
          })),
          { key: 'total', header: words.total, cell: every, align: 'end' },
        ]}
      />
    </section>
  );
}

const verdictTones: Readonly<Record<ShownVerdict['answer'], ChipTone>> = {
  met: 'done',
  'not-met': 'attention',
  'to-judge': 'neutral',
};

/** 認定基準の確認, as the corner sees it. */
export function VerdictTable({ rows }: { readonly rows: readonly ShownVerdict[] }) {
  return (
    <DataTable
      caption={certificationText.eligibility}
      captionHidden
      dense
      folds
      rows={rows}
      rowKey={({ criterion }) => criterion}
      columns={[
        { key: 'criterion', header: certificationText.criterion, cell: ({ criterion }) => criterion, rowHeader: true },
        {
          key: 'answer',
          header: certificationText.answer,
          cell: ({ answer, answerName }) => <ChipLabel tone={verdictTones[answer]}>{answerName}</ChipLabel>,
          keepTogether: true,
        },
        { key: 'fact', header: certificationText.fact, cell: ({ fact }) => fact },
      ]}
    />
  );
}

/** The files of an application; the name of each downloads it. */
export function FileTable({ rows }: { readonly rows: readonly ShownEvidence[] }) {
  return (
    <DataTable
      caption={evidenceText.files}
      captionHidden
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', header: evidenceText.kind, cell: ({ kind }) => kind },
        {
          key: 'name',
          header: evidenceText.file,
          cell: ({ fileName, href }) => (
            <a href={href} download className="break-all" aria-label={evidenceText.downloadOf(fileName)}>
              {fileName}
            </a>
          ),
          rowHeader: true,
        },
        { key: 'size', header: evidenceText.size, cell: ({ size }) => size, align: 'end', keepTogether: true },
        { key: 'added', header: evidenceText.added, cell: ({ added }) => added, keepTogether: true },
      ]}
    />
  );
}
