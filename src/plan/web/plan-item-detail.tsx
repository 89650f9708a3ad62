import { isAllowed } from '#platform/permission/permission-table.ts';
import { RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { planItemFields } from '../domain/plan-item-fields.ts';
import { loadPlanItem } from './load-plan-item.server.ts';
import { planItemGroups, planText as words } from '../text.ts';
import type { Route } from './+types/plan-item-detail.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('plan') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(async (call) => {
  const view = await loadPlanItem(call);
  const { actor, corner } = call.ctx;
  const mayWrite = isAllowed(actor, 'plan-item.write', { corner });
  const mayDelete = isAllowed(actor, 'plan-item.delete', { corner });
  return {
    view,
    reportHref: call.href('reports/status'),
    editHref: mayWrite ? call.href(`plan/${view.id}/edit`) : undefined,
    deleteHref: mayDelete ? call.href(`plan/${view.id}/delete`) : undefined,
  };
});

export default function PlanItemDetail({ loaderData }: Route.ComponentProps) {
  const { view, reportHref, editHref, deleteHref } = loaderData;
  return (
    <>
      <PageHeader
        title={view.label}
        lead={view.texts['status'] || !view.texts['plan'] ? undefined : words.statusMissing(view.texts['owner'] ?? '')}
        action={
          <>
            {editHref ? (
              <ButtonLink variant="solid" href={editHref}>
                {recordWords.edit}
              </ButtonLink>
            ) : null}
            <ButtonLink href={reportHref}>{words.report}</ButtonLink>
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      {planItemGroups.map(({ heading, keys }) => (
        <section key={heading} className="mb-6 max-w-4xl">
          <h2 className="mb-2 text-std-18B-160">{heading}</h2>
          <DescriptionList items={keys.map((key) => describe(key, view.texts))} />
        </section>
      ))}
      <RecordHistory history={view.history} />
    </>
  );
}

function describe(key: string, texts: Readonly<Record<string, string>>) {
  const term = planItemFields.find((field) => field.key === key)?.header ?? key;
  const text = texts[key] ?? '';
  if (text === '') return { term, detail: recordWords.blank };
  const lines = key === 'targets' ? text.replaceAll(';', '\n').replaceAll('=', '　') : text;
  return { term, detail: <span className="whitespace-pre-line">{lines}</span> };
}
