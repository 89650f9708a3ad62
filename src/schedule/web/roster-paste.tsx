import { data, Form } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { problemText } from '#record/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { rosterFields } from '../domain/roster.ts';
import { parsePastedRoster, type PastedRoster } from '../domain/roster-paste.ts';
import { addToRoster } from '../keep-roster.server.ts';
import { rosterText as words } from '../roster-text.ts';
import { visitText } from '../text.ts';
import type { Route } from './+types/roster-paste.ts';
import { changeRosterPage, showRoster } from './roster-call.server.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: visitText.listTitle, href: href('visits') },
    { label: page.number, href: page.visitHref },
    { label: words.title, href: page.rosterHref },
    { label: words.paste },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'roster.write');
  const { number, day, host, version, visitHref, rosterHref } = await showRoster(call);
  return { number, day, host, version, visitHref, rosterHref };
});

type Answer = {
  readonly errors: readonly FormError[];
  readonly pasted: string;
  readonly preview: ReturnType<typeof showPasted> | undefined;
};

export const action = staffPage(async (call) => {
  requirePermission(call.ctx, 'roster.write');
  const form = await readForm(call.request);
  const pasted = textIn(form, 'pasted').replaceAll('\0', '');
  const roster = parsePastedRoster(pasted);
  const again = (errors: readonly FormError[], preview: Answer['preview'], status: number) =>
    data<Answer>({ errors, pasted, preview }, { status });
  if (roster.lines.length === 0) return again([{ name: 'pasted', message: words.nothingPasted }], undefined, 422);
  const preview = showPasted(roster);
  if (!preview.isReadable) return again([{ name: 'pasted', message: words.checkWrong }], preview, 422);
  // Only what was shown like this is taken in.
  if (textIn(form, 'seen') !== preview.seen) return again([], preview, 200);
  const lines = roster.lines.flatMap(({ read }) => read ?? []);
  const target = { visitId: call.params['id'] ?? '', version: Number(textIn(form, 'version')) };
  return changeRosterPage(call, () => addToRoster(call.ctx, { ...target, lines }), { pasted, preview });
});

function showPasted({ lines, left }: PastedRoster) {
  return {
    seen: JSON.stringify(lines.map(({ texts }) => Object.values(texts))),
    isReadable: lines.every(({ read }) => read !== undefined),
    left: left.length > 0 ? words.left(left) : '',
    rows: lines.map(({ line, texts, problems }) => ({
      line,
      texts,
      note: problems.map(({ header, problem }) => problemText(header, problem)).join(' '),
    })),
  };
}

export default function RosterPaste({ loaderData, actionData }: Route.ComponentProps) {
  const { number, day, host, version, rosterHref } = loaderData;
  const errors = actionData?.errors ?? [];
  const preview = actionData?.preview;
  const pasted = actionData?.pasted ?? '';
  return (
    <>
      <PageHeader title={`${words.paste} ${number}`} lead={`${day}　${host}`} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <p>{words.pasteLead}</p>
      <p className="mb-4">{words.pasteOrder}</p>
      <Form method="post" noValidate data-once className="flex flex-col gap-4">
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="pasted"
          label={words.pasted}
          required
          rows={8}
          wrap="off"
          autoComplete="off"
          defaultValue={pasted}
          error={errors.find(({ name }) => name === 'pasted')?.message}
        />
        {preview?.isReadable ? <input type="hidden" name="seen" value={preview.seen} /> : null}
        {preview ? <Preview {...preview} /> : null}
        <div className="flex flex-wrap gap-3">
          {preview?.isReadable ? (
            <Button variant="solid">{words.take(preview.rows.length)}</Button>
          ) : (
            <Button variant="solid">{words.check}</Button>
          )}
          <ButtonLink variant="text" href={rosterHref}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

function Preview({ isReadable, left, rows }: Omit<NonNullable<Answer['preview']>, 'seen'>) {
  return (
    <section>
      <h2 className="text-std-18B-160">{words.checked}</h2>
      {isReadable ? <p className="mb-2">{words.checkLead}</p> : null}
      {left ? <p className="mb-2">{left}</p> : null}
      <DataTable
        caption={words.checked}
        captionHidden
        dense
        rows={rows}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'line', header: words.row, cell: ({ line }) => words.lineOf(line), keepTogether: true },
          ...rosterFields.map(({ key, header }) => ({
            key,
            header,
            cell: ({ texts }: (typeof rows)[number]) => texts[key],
            rowHeader: key === 'name',
          })),
          { key: 'note', header: words.note, cell: ({ note }) => note },
        ]}
      />
    </section>
  );
}
