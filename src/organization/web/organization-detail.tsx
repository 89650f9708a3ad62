import { loadRecordView } from '#record/web/record-pages.server.ts';
import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { organizationFields } from '../domain/organization-fields.ts';
import { organizationRecords } from '../organization-records.server.ts';
import { organizationGroups, organizationText as words } from '../text.ts';
import type { Route } from './+types/organization-detail.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('organizations') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(async (call) => {
  const view = await loadRecordView(call, organizationRecords);
  return {
    view,
    municipality: findMunicipality(view.texts['municipalityCode'] ?? '')?.name,
    editHref: call.href(`organizations/${view.id}/edit`),
    deleteHref: call.href(`organizations/${view.id}/delete`),
  };
});

export default function OrganizationDetail({ loaderData }: Route.ComponentProps) {
  const { view, municipality, editHref, deleteHref } = loaderData;
  const code = view.texts['municipalityCode'] ?? '';
  return (
    <>
      <PageHeader
        title={view.label}
        status={<ChipLabel>{view.texts['kind']}</ChipLabel>}
        action={
          <>
            <ButtonLink variant="solid" href={editHref}>
              {recordWords.edit}
            </ButtonLink>
            <ButtonLink variant="outline" href={deleteHref}>
              {recordWords.delete}
            </ButtonLink>
          </>
        }
      />
      <RecordDetails
        fields={organizationFields}
        groups={organizationGroups}
        texts={view.texts}
        shown={municipality ? { municipalityCode: `${municipality}（${code}）` } : {}}
      />
      <RecordHistory history={view.history} />
    </>
  );
}
