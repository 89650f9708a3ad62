import { data, Form } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { MOST_TRAINEES, rosterFields, type RosterLine } from '../domain/roster.ts';
import { saveRoster } from '../keep-roster.server.ts';
import { rosterText as words } from '../roster-text.ts';
import { visitText } from '../text.ts';
import type { Route } from './+types/roster-edit.ts';
import { changeRosterPage, showRoster } from './roster-call.server.ts';
import { cellName, RosterGrid } from './roster-grid.tsx';

/** Empty lines behind those that are filled. */
const SPARE_LINES = 10;

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: visitText.listTitle, href: href('visits') },
    { label: page.number, href: page.visitHref },
    { label: words.title, href: page.rosterHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'roster.write');
  const { rows, ...roster } = await showRoster(call);
  const cells = rows.flatMap((row) => rosterFields.map(({ key }) => [cellName(row.place, key), row[key]] as const));
  const lines = Math.min(rows.length + SPARE_LINES, MOST_TRAINEES);
  return {
    ...roster,
    lines,
    listed: rows.length,
    texts: Object.fromEntries(cells) as Readonly<Record<string, string>>,
  };
});

export const action = staffPage(async (call) => {
  requirePermission(call.ctx, 'roster.write');
  const form = await readForm(call.request);
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value.replaceAll('\0', '');
  const lines: (RosterLine & { readonly place: number | null })[] = [];
  const errors: FormError[] = [];
  const listed = Number(textIn(form, 'listed'));
  for (let line = 1; line <= MOST_TRAINEES; line += 1) {
    const cells = Object.fromEntries(rosterFields.map(({ key }) => [key, texts[cellName(line, key)] ?? '']));
    const isBlank = Object.values(cells).every((text) => text.trim() === '');
    // Whose name was taken away is taken off the roster, whatever else stands there.
    if (isBlank || (line <= listed && cells['name']?.trim() === '')) continue;
    const read = parseFields(rosterFields, cells);
    if (read.ok) lines.push({ ...read.value, place: line <= listed ? line : null });
    else {
      for (const { key, header, problem } of read.refusal)
        errors.push({ name: cellName(line, key), message: `${words.lineOf(line)} ${problemText(header, problem)}` });
    }
  }
  if (errors.length > 0) return data({ errors, texts }, { status: 422 });
  const target = { visitId: call.params['id'] ?? '', version: Number(textIn(form, 'version')) };
  return changeRosterPage(call, () => saveRoster(call.ctx, { ...target, lines }), { texts });
});

export default function RosterEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { number, day, host, lines, listed, version, rosterHref } = loaderData;
  const errors: readonly FormError[] = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={`${words.edit} ${number}`} lead={`${day}　${host}`} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <p className="mb-4">{words.editLead}</p>
      <Form method="post" noValidate data-once data-density="compact" className="flex flex-col gap-4">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="listed" value={listed} />
        <RosterGrid lines={lines} texts={actionData?.texts ?? loaderData.texts} errors={errors} />
        <div className="flex flex-wrap gap-3">
          <Button variant="solid" data-grid-end>
            {words.save}
          </Button>
          <ButtonLink variant="text" href={rosterHref}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
