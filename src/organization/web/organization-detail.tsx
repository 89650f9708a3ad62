import { listRequests } from '#dispatch/request-queries.server.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { countText } from '#record/list-address.ts';
import { loadRecordView, recordHrefs } from '#record/web/record-pages.server.ts';
import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { listVisits } from '#schedule/visit-queries.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { organizationFields } from '../domain/organization-fields.ts';
import { founderInCode, founderLabel } from '../domain/school-founder.ts';
import { organizationRecords } from '../organization-records.server.ts';
import { organizationGroups, organizationText as words } from '../text.ts';
import type { Route } from './+types/organization-detail.ts';
import { HostRequests, HostVisits } from './host-activity.tsx';
import { showRequest, showVisit } from './show-activity.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('organizations') },
    { label: data.view.label },
  ],
};

/** So many of each kind stand on the page; the lists hold the rest. */
const SHOWN = 5;

export const loader = staffPage(async (call) => {
  const { ctx, href, year } = call;
  const view = await loadRecordView(call, organizationRecords);
  const hrefs = recordHrefs(call, { records: organizationRecords, path: 'organizations' });
  const number = encodeURIComponent(view.texts['number'] ?? '');
  const mayRequest = isAllowed(ctx.actor, 'request.write', { corner: ctx.corner });
  return {
    view,
    municipality: findMunicipality(view.texts['municipalityCode'] ?? '')?.name,
    year: fiscalYearLabel(year),
    ...(await loadActivity(call, view.texts['number'] ?? '')),
    requestsHref: `${href('requests')}?organization=${number}`,
    visitsHref: `${href('visits')}?organization=${number}`,
    newRequestHref: mayRequest ? `${href('requests/new')}?organization=${number}` : undefined,
    feedHref: isAllowed(ctx.actor, 'calendar-feed.write', { corner: ctx.corner })
      ? href(`feeds/host/${view.id}`)
      : undefined,
    editHref: hrefs.editHref(view.id),
    deleteHref: hrefs.deleteHref(view.id),
  };
});

/** What the 派遣先 asked for in the 年度, and the visits there. */
async function loadActivity({ ctx, href, year }: StaffCall, organization: string) {
  const anyRequest = { q: '', program: '', trade: '', status: '', priority: '' } as const;
  const page = { cursor: undefined, limit: SHOWN };
  const requests = await listRequests(ctx, {
    ...page,
    filters: { ...anyRequest, fiscalYear: year, organization },
    order: 'received',
  });
  const visits = await listVisits(ctx, { ...page, filters: { fiscalYear: year, organization }, order: 'latest' });
  return {
    requestCount: countText(requests),
    requests: requests.rows.map((row) => showRequest(row, href)),
    visits: visits.rows.map((row) => showVisit(row, href)),
  };
}

export default function OrganizationDetail({ loaderData }: Route.ComponentProps) {
  const { view, municipality, editHref, deleteHref } = loaderData;
  const code = view.texts['municipalityCode'] ?? '';
  const codedFounder = view.texts['founder'] ? undefined : founderInCode(view.texts['schoolCode'] ?? null);
  return (
    <>
      <PageHeader
        title={view.label}
        status={<ChipLabel>{view.texts['kind']}</ChipLabel>}
        lead={view.texts['nameKana']}
        action={
          <>
            {editHref ? (
              <ButtonLink variant="solid" href={editHref}>
                {recordWords.edit}
              </ButtonLink>
            ) : null}
            {loaderData.feedHref ? <ButtonLink href={loaderData.feedHref}>{words.feed}</ButtonLink> : null}
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      <HostRequests {...loaderData} />
      <HostVisits {...loaderData} />
      <RecordDetails
        fields={organizationFields}
        groups={organizationGroups}
        texts={view.texts}
        shown={{
          ...(municipality ? { municipalityCode: `${municipality}（${code}）` } : {}),
          ...(codedFounder ? { founder: words.founderByCode(founderLabel(codedFounder)) } : {}),
        }}
        terms={{ municipalityCode: words.municipality }}
      />
      <RecordHistory history={view.history} />
    </>
  );
}
