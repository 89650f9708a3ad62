import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { criteriaFields } from '../domain/criteria-fields.ts';
import { certificationText, criteriaGroups, criteriaText as words } from '../page-text.ts';
import type { Route } from './+types/criteria-edit.ts';
import { loadCriteriaForm, takeCriteriaForm } from './criteria-form.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: certificationText.title, href: href('certifications') },
    { label: words.title, href: href('certifications/criteria') },
    { label: data.day === null ? words.create : words.edit },
  ],
};

export const loader = staffPage(loadCriteriaForm);

export const action = staffPage(takeCriteriaForm);

export default function CriteriaEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { day, state, listHref } = loaderData;
  const groups =
    day === null
      ? criteriaGroups
      : criteriaGroups.map((group) => ({ ...group, keys: group.keys.filter((key) => key !== 'validFrom') }));
  return (
    <>
      <PageHeader
        title={day === null ? words.create : words.edit}
        lead={day === null ? words.formLead : words.editLead(day)}
        hasErrors={actionData !== undefined}
      />
      <RecordForm
        fields={criteriaFields}
        groups={groups}
        state={actionData ?? state}
        submitLabel={words.save}
        cancelHref={listHref}
      />
    </>
  );
}
