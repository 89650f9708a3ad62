import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField } from '#ui/checkbox-field.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { retentionText as words } from '../text.ts';
import type { Route } from './+types/retention-plan.ts';
import { planTones } from './plan-tones.ts';
import { loadPlan, takePlanCommand } from './retention-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: words.title, href: href('retention') },
    { label: page.label },
  ],
};
export const loader = staffPage(loadPlan);
export const action = staffPage(takePlanCommand);

export default function RetentionPlanPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <>
      <PageHeader
        title={words.planTitle(page.label)}
        hasErrors={errors.length > 0}
        action={<ButtonLink href={page.listHref}>{words.back}</ButtonLink>}
      />
      <ErrorSummary errors={errors} />
      <p className="mb-2">
        <ChipLabel tone={planTones[page.state]}>{page.stateName}</ChipLabel>
      </p>
      <p className="mb-4">{page.next}</p>
      <Commands page={page} sureError={errorOf('sure')} />
      <DescriptionList
        items={[
          { term: words.drafted, detail: page.drafted },
          { term: words.approved, detail: page.approved },
          { term: words.erased, detail: page.erased },
        ]}
      />
      <p className="my-4 print:hidden">
        <a href={page.paper.href} download className="inline-flex min-h-11 items-center">
          {page.paper.label}
        </a>
      </p>
      {page.form ? (
        <HoldForm page={page} reason={actionData?.reason ?? ''} error={errorOf('reason')} form={page.form} />
      ) : null}
      <Items page={page} />
    </>
  );
}

function Command({ page, command }: { readonly page: Page; readonly command: 'approve' | 'reopen' }) {
  return (
    <Form method="post" data-once>
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="version" value={page.version} />
      <Button variant={command === 'approve' ? 'solid' : 'outline'}>{words.commands[command]}</Button>
    </Form>
  );
}

function Commands({ page, sureError }: { readonly page: Page; readonly sureError: string | undefined }) {
  return (
    <div className="mb-6 flex flex-col items-start gap-4 print:hidden">
      {page.mayApprove ? <Command page={page} command="approve" /> : null}
      {page.mayErase ? (
        <>
          <Form method="post" data-once noValidate className="flex flex-col items-start gap-3">
            <input type="hidden" name="command" value="erase" />
            <input type="hidden" name="version" value={page.version} />
            <CheckboxField name="sure" value="yes" label={words.confirmErase} error={sureError} />
            <Button variant="solid">{words.commands.erase}</Button>
          </Form>
          <Command page={page} command="reopen" />
        </>
      ) : null}
    </div>
  );
}

type HoldFormProps = {
  readonly page: Page;
  readonly form: { readonly itemId: string; readonly heading: string };
  readonly reason: string;
  readonly error: string | undefined;
};

function HoldForm({ page, form, reason, error }: HoldFormProps) {
  return (
    <section id="hold" aria-labelledby="hold-heading" className="mb-6 print:hidden">
      <h2 id="hold-heading" className="text-std-18B-160 mb-2">
        {form.heading}
      </h2>
      <Form method="post" data-once noValidate className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="command" value="hold" />
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="item" value={form.itemId} />
        <TextField
          name="reason"
          label={words.reason}
          required
          hint={words.reasonHint}
          width="full"
          autoComplete="off"
          defaultValue={reason}
          error={error}
        />
        <div className="flex flex-wrap gap-4">
          <Button variant="solid">{words.commands.hold}</Button>
          <ButtonLink href={page.pageHref}>{words.cancel}</ButtonLink>
        </div>
      </Form>
    </section>
  );
}

function Items({ page }: { readonly page: Page }) {
  return (
    <DataTable
      caption={words.items(page.items.length)}
      dense
      rows={page.items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', header: words.kind, cell: ({ kind }) => kind },
        { key: 'number', header: words.number, cell: ({ label }) => label, rowHeader: true },
        { key: 'year', header: words.baseYear, cell: ({ baseYear }) => baseYear, keepTogether: true },
        { key: 'until', header: words.keptUntil, cell: ({ keptUntil }) => keptUntil, keepTogether: true },
        { key: 'state', header: words.state, cell: ({ state }) => state },
        ...(page.mayHold
          ? [
              {
                key: 'act',
                header: words.act,
                cell: (item: Page['items'][number]) => <ItemAct page={page} item={item} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function ItemAct({ page, item }: { readonly page: Page; readonly item: Page['items'][number] }) {
  if (!item.isHeld) {
    return (
      <a href={item.holdHref} aria-label={words.holdHeading(item.label)}>
        {words.commands.hold}
      </a>
    );
  }
  return (
    <Form method="post" data-once>
      <input type="hidden" name="command" value="release" />
      <input type="hidden" name="version" value={page.version} />
      <input type="hidden" name="item" value={item.id} />
      <Button variant="outline">{words.commands.release}</Button>
    </Form>
  );
}
