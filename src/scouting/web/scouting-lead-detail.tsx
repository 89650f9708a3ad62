import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { loadRecordView, recordHrefs, startForm } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { scoutingLeadFields, scoutingLeadState } from '../domain/scouting-lead.ts';
import { scoutingLeadRecords } from '../scouting-records.server.ts';
import { listScoutingVisits } from '../scouting-visit-queries.server.ts';
import { leadGroups, leadText as words, scoutingText } from '../text.ts';
import { listTerritories } from '../territory-queries.server.ts';
import type { Route } from './+types/scouting-lead-detail.ts';
import { LeadStateChip } from './lead-state-chip.tsx';
import { planLead } from './plan-lead-form.server.ts';
import { PlanLead } from './plan-lead.tsx';
import { ScoutingVisitTable, showScoutingVisit } from './scouting-visit-table.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('scouting/leads') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, href } = call;
  const view = await loadRecordView(call, scoutingLeadRecords);
  const { texts } = view;
  const visits = await listScoutingVisits(ctx, { filters: { lead: view.id }, order: 'latest', cursor: undefined });
  const countOf = (status: string) => visits.rows.filter((visit) => visit.status === status).length;
  const state = scoutingLeadState({
    closedReason: texts['closedReason'] || null,
    planned: countOf('planned'),
    held: countOf('held'),
  });
  const code = texts['municipalityCode'] ?? '';
  const territory = (await listTerritories(ctx)).find(({ municipalities }) => municipalities.includes(code));
  const hrefs = recordHrefs(call, { records: scoutingLeadRecords, path: 'scouting/leads' });
  const editHref = hrefs.editHref(view.id);
  return {
    view,
    state,
    canPlan: editHref !== undefined && state !== 'closed',
    key: startForm().key,
    coordinator: territory?.coordinator ?? ctx.actor.name,
    municipality: findMunicipality(code)?.name ?? '',
    visits: visits.rows.map((row) => showScoutingVisit(row, href)),
    editHref,
    deleteHref: hrefs.deleteHref(view.id),
  };
});

export const action = staffPage(planLead);

export default function ScoutingLeadDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { view, state, canPlan, key, coordinator, municipality, visits, editHref, deleteHref } = loaderData;
  const { texts } = view;
  const examinees = `${Number(texts['examinees']).toLocaleString('ja-JP')}人`;
  return (
    <>
      <PageHeader
        title={view.label}
        status={<LeadStateChip state={state} />}
        lead={`${words.examYear(fiscalYearLabel(Number(texts['examYear'])), examinees)}。${words.nextOf[state]}`}
        hasErrors={actionData !== undefined}
        action={
          <>
            {editHref ? <ButtonLink href={editHref}>{recordWords.edit}</ButtonLink> : null}
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      {canPlan ? <PlanLead idempotencyKey={key} coordinator={coordinator} answer={actionData} /> : null}
      <section className="mb-6">
        <h2 className="text-std-18B-160 mb-2">{words.visits}</h2>
        {visits.length === 0 ? (
          <p>{words.noVisits}</p>
        ) : (
          <ScoutingVisitTable caption={words.visits} captionHidden rows={visits} />
        )}
      </section>
      <RecordDetails
        fields={scoutingLeadFields}
        groups={leadGroups}
        texts={texts}
        terms={{ municipalityCode: scoutingText.municipality }}
        shown={{
          municipalityCode: `${municipality}（${texts['municipalityCode']}）`,
          trades: (texts['trades'] ?? '').replaceAll(';', '、'),
          examYear: fiscalYearLabel(Number(texts['examYear'])),
        }}
      />
      <RecordHistory history={view.history} />
    </>
  );
}
