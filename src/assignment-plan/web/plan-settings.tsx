import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { planLines } from '#matching/domain/planning-settings.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { uiText } from '#ui/text.ts';
import { settingsText as words } from '../settings-text.ts';
import { planText } from '../text.ts';
import type { Route } from './+types/plan-settings.ts';
import { loadSettingsPage, takeSettings, type FieldOf } from './settings-page.server.ts';
import { ClosedRows, ExtraRows } from './settings-rows.tsx';
import { WeightFields } from './weight-fields.tsx';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: planText.title, href: href('assignment') },
    { label: data.name },
    { label: words.title },
  ],
};

export const loader = staffPage(loadSettingsPage);

export const action = staffPage(takeSettings);

export default function PlanSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { name, version, typed: kept, weights, trades, municipalities, mayPlan, listHref } = loaderData;
  const errors = actionData?.errors ?? [];
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? kept;
  const field = (key: string) => ({
    name: key,
    defaultValue: typed[key] ?? '',
    error: errors.find((error) => error.name === key)?.message,
  });
  return (
    <>
      <PageHeader
        title={`${words.title}（${name}）`}
        lead={mayPlan ? words.computeAfter : words.readOnly}
        hasErrors={errors.length > 0}
      />
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-8">
        <input type="hidden" name="version" value={version} />
        <TextField {...field('name')} label={words.name} required width="long" autoComplete="off" />
        <Part title={words.period}>
          <DateField
            {...field('from')}
            label={words.from}
            required={false}
            hint={`${words.fromHint}。${uiText.dateExample}`}
          />
          <DateField
            {...field('until')}
            label={words.until}
            required={false}
            hint={`${words.untilHint}。${uiText.dateExample}`}
          />
          <CheckboxField
            name="moveAgreed"
            label={words.moveAgreed}
            note={words.moveAgreedNote}
            defaultChecked={typed['moveAgreed'] === 'on'}
          />
        </Part>
        <WeightFields weights={weights} field={field} />
        <TargetFields field={field} />
        <Part title={words.closed} lead={words.closedLead}>
          <ClosedRows typed={typed} field={field} />
        </Part>
        <Part title={words.extra} lead={words.extraLead}>
          <ExtraRows typed={typed} field={field} trades={trades} municipalities={municipalities} />
        </Part>
        <div className="flex flex-wrap gap-3">
          {mayPlan ? <Button variant="solid">{words.save}</Button> : null}
          <ButtonLink variant="text" href={listHref}>
            {uiText.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

/** What the plan of the year is to reach, and what it may cost. */
function TargetFields({ field }: { readonly field: FieldOf }) {
  return (
    <Part title={words.targets} lead={words.targetsLead}>
      {planLines.map(({ key, label }) => (
        <TextField
          key={key}
          {...field(`target-${key}`)}
          label={label}
          required={false}
          unit={words.sessionsUnit}
          width="short"
          inputMode="numeric"
          autoComplete="off"
        />
      ))}
      <TextField
        {...field('budgetYen')}
        label={words.budget}
        required={false}
        hint={words.budgetHint}
        unit="円"
        width="short"
        inputMode="numeric"
        autoComplete="off"
      />
    </Part>
  );
}

type PartProps = { readonly title: string; readonly lead?: string; readonly children: ReactNode };

function Part({ title, lead, children }: PartProps) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-std-20B-150">{title}</h2>
      {lead ? <p>{lead}</p> : null}
      {children}
    </section>
  );
}
