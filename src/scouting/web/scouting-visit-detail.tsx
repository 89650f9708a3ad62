import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isPlainDate } from '#kernel/plain-date.ts';
import type { CertificationState } from '#certification/domain/certification-state.ts';
import { stateNames } from '#certification/text.ts';
import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { loadRecordView, recordHrefs, startForm } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { scoutingVisitFields } from '../domain/scouting-visit-fields.ts';
import { scoutingVisitStatuses } from '../domain/scouting-visit-status.ts';
import { listVisitApplications } from '../register-candidate.server.ts';
import { scoutingVisitRecords } from '../scouting-records.server.ts';
import { getScoutingVisitLinks } from '../scouting-visit-queries.server.ts';
import { nextOfVisit, scoutingGroups, scoutingText as words } from '../text.ts';
import type { Route } from './+types/scouting-visit-detail.ts';
import { FoundPeople } from './found-people.tsx';
import { registerFound } from './register-found.server.ts';
import { ScoutingStatusChip } from './scouting-status-chip.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.listTitle, href: href('scouting') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, href } = call;
  const view = await loadRecordView(call, scoutingVisitRecords);
  const applications = await listVisitApplications(ctx, view.id);
  const { organizationId, organizationName, leadId, leadName } = await getScoutingVisitLinks(ctx, view.id);
  const hrefs = recordHrefs(call, { records: scoutingVisitRecords, path: 'scouting' });
  const { texts } = view;
  const status = scoutingVisitStatuses.find(({ label }) => label === texts['status'])?.code ?? 'planned';
  const isDue = (texts['visitOn'] ?? '') <= ctx.today();
  return {
    view,
    status,
    next: nextOfVisit(status, { isDue, nextStep: texts['nextStep'] ?? '' }),
    municipality: findMunicipality(texts['municipalityCode'] ?? '')?.name ?? '',
    organization:
      organizationId === null
        ? undefined
        : { name: organizationName ?? '', href: href(`organizations/${organizationId}`) },
    lead: leadId === null ? undefined : { name: leadName ?? '', href: href(`scouting/leads/${leadId}`) },
    applications: applications.map(({ id, name, state }) => ({
      name,
      state: stateNames[state as CertificationState],
      href: href(`certifications/${id}`),
    })),
    canRegister: status === 'held' && hrefs.newHref !== undefined,
    formKey: startForm().key,
    editHref: hrefs.editHref(view.id),
    deleteHref: hrefs.deleteHref(view.id),
  };
});

export const action = staffPage(registerFound);

export default function ScoutingVisitDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { view, status, next, municipality, organization, lead, editHref, deleteHref } = loaderData;
  const { texts } = view;
  return (
    <>
      <PageHeader
        title={words.visitTo(organization?.name ?? texts['host'] ?? '')}
        status={<ScoutingStatusChip status={status} />}
        lead={next}
        hasErrors={actionData !== undefined}
        action={
          <>
            {editHref ? (
              <ButtonLink variant="solid" href={editHref}>
                {recordWords.edit}
              </ButtonLink>
            ) : null}
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      <RecordDetails
        fields={scoutingVisitFields}
        groups={scoutingGroups}
        texts={texts}
        terms={{ municipalityCode: words.municipality, leadNumber: words.leadTerm }}
        shown={{
          municipalityCode: `${municipality}（${texts['municipalityCode']}）`,
          ...showDay('visitOn', texts['visitOn']),
          ...showDay('nextOn', texts['nextOn']),
          ...showList('needs', texts['needs']),
          ...showList('candidates', texts['candidates']),
          ...(texts['said'] ? { said: <span className="whitespace-pre-line">{texts['said']}</span> } : {}),
          ...(organization ? { host: <a href={organization.href}>{organization.name}</a> } : {}),
          ...(lead ? { leadNumber: <a href={lead.href}>{lead.name}</a> } : {}),
        }}
      />
      <FoundPeople {...loaderData} answer={actionData} />
      <RecordHistory history={view.history} />
    </>
  );
}

function showDay(key: string, day: string | undefined): Readonly<Record<string, string>> {
  return isPlainDate(day) ? { [key]: formatSlashDate(day) } : {};
}

function showList(key: string, text: string | undefined): Readonly<Record<string, string>> {
  return text ? { [key]: text.replaceAll(';', '、') } : {};
}
