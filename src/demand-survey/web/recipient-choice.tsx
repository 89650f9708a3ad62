import { randomUUID } from 'node:crypto';
import { data, Form, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { listAreas } from '#scouting/domain/corner-area.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { addRecipients, listAskableHosts } from '../choose-recipients.server.ts';
import { getDemandSurvey } from '../demand-survey-queries.server.ts';
import { recipientClasses, recipientClassLabel, type RecipientClass } from '../domain/recipient-class.ts';
import { chooseText as words } from '../recipient-text.ts';
import { demandText } from '../text.ts';
import { surveyRefusalText } from '../refusal-text.ts';
import type { Route } from './+types/recipient-choice.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: loaded }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: loaded.number, href: loaded.surveyHref },
    { label: words.title },
  ],
};

/** So many of the hosts found are listed; all of them are added. */
const MOST_LISTED = 100;

function readClasses(values: readonly unknown[]): readonly RecipientClass[] {
  return recipientClasses.map(({ code }) => code).filter((code) => values.includes(code));
}

export const loader = staffPage(async ({ ctx, params, url, href }) => {
  requirePermission(ctx, 'demand-survey.manage');
  const surveyId = params['id'] ?? '';
  const survey = await getDemandSurvey(ctx, surveyId);
  const isAsked = url.searchParams.has('classes') || url.searchParams.has('area');
  const classes = isAsked ? readClasses(url.searchParams.getAll('classes')) : survey.classes;
  const areas = listAreas(ctx.corner);
  const area = areas.find(({ code }) => code === url.searchParams.get('area'))?.code ?? '';
  const hosts = await listAskableHosts(ctx, surveyId, { classes, area });
  const fresh = hosts.filter(({ isChosen }) => !isChosen);
  return {
    number: survey.number,
    surveyHref: href(`demand-surveys/${surveyId}`),
    classes,
    area,
    areas: areas.map(({ code, name }) => ({ value: code, label: name })),
    found: hosts.length,
    fresh: fresh.length,
    key: randomUUID(),
    rows: fresh.slice(0, MOST_LISTED).map((host) => ({
      ...host,
      classLabel: recipientClassLabel(host.class),
      municipality: findMunicipality(host.municipalityCode)?.name ?? '',
      href: href(`organizations/${host.id}`),
    })),
  };
});

export const action = (args: Route.ActionArgs) =>
  staffPage(async ({ ctx, params, request, href }) => {
    requirePermission(ctx, 'demand-survey.manage');
    const form = await readForm(request);
    const surveyId = params['id'] ?? '';
    const added = await addRecipients(ctx, {
      surveyId,
      choice: { classes: readClasses(form.getAll('classes')), area: textIn(form, 'area') },
      linkKey: letterDeskOf(args).key,
      key: textIn(form, 'idempotency-key') || undefined,
    });
    if (added.ok) throw redirect(href(`demand-surveys/${surveyId}`));
    return data({ error: surveyRefusalText(added.refusal) }, { status: 409 });
  })(args);

export default function RecipientChoice({ loaderData: page, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={actionData !== undefined} />
      {actionData ? (
        <div className="mb-6">
          <Notification kind="error" title={actionData.error} announce />
        </div>
      ) : null}
      <Form method="get" action="?" data-density="compact" className="mb-6 flex max-w-3xl flex-col gap-4">
        <CheckboxGroup
          name="classes"
          label={words.classes}
          options={recipientClasses.map(({ code, label }) => ({ value: code, label }))}
          defaultValues={page.classes}
          inline
        />
        <SelectField
          name="area"
          label={words.area}
          options={page.areas}
          blank={words.everywhere}
          defaultValue={page.area}
        />
        <div>
          <Button>{words.show}</Button>
        </div>
      </Form>
      <p className="mb-4">{words.found(page.found, page.found - page.fresh)}</p>
      {page.fresh === 0 ? <p>{words.nobody}</p> : <Found page={page} />}
    </>
  );
}

function Found({ page }: { readonly page: Page }) {
  return (
    <>
      <Form method="post" action="?" data-once className="mb-6">
        <input type="hidden" name="idempotency-key" value={page.key} />
        <input type="hidden" name="area" value={page.area} />
        {page.classes.map((code) => (
          <input key={code} type="hidden" name="classes" value={code} />
        ))}
        <Button variant="solid">{words.add(page.fresh)}</Button>
      </Form>
      <DataTable
        caption={words.shown(page.rows.length, page.fresh)}
        dense
        rows={page.rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', header: demandText.number, cell: (row) => row.number, keepTogether: true },
          {
            key: 'host',
            header: demandText.list.host,
            cell: (row) => <a href={row.href}>{row.name}</a>,
            rowHeader: true,
          },
          { key: 'class', header: words.classes, cell: (row) => row.classLabel },
          { key: 'place', header: words.municipality, cell: (row) => row.municipality },
          { key: 'email', header: words.email, cell: (row) => (row.hasEmail ? words.yes : '') },
        ]}
      />
    </>
  );
}
