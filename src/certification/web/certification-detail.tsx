import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { certificationFields } from '../domain/certification-fields.ts';
import { certificationGroups, certificationText as words } from '../page-text.ts';
import type { Route } from './+types/certification-detail.ts';
import { loadCasePage } from './case-page.server.ts';
import { CaseSteps, Eligibility, NextSteps, Papers, Procedure, stateTones } from './case-standing.tsx';
import { StepForm } from './step-form.tsx';
import { takeStep } from './take-step.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('certifications') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(loadCasePage);

export const action = staffPage(takeStep);

export default function CertificationDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { view, form, municipality, instructor, pageHref, editHref, deleteHref } = loaderData;
  const code = view.texts['municipalityCode'] ?? '';
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={view.label}
        status={<ChipLabel tone={stateTones[loaderData.state]}>{loaderData.stateName}</ChipLabel>}
        lead={view.texts['nameKana']}
        hasErrors={errors.length > 0}
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
      <CaseSteps page={loaderData} />
      {instructor ? (
        <p className="mb-6">
          {words.instructor}：<a href={instructor.href}>{instructor.label}</a>（{words.certifiedOn}{' '}
          {instructor.certifiedOn}）
        </p>
      ) : null}
      {form ? <StepForm form={form} answer={actionData} cancelHref={pageHref} /> : null}
      {errors.length > 0 && !form ? (
        <div className="mb-6">
          <Notification kind="error" title={errors.map(({ message }) => message).join('')} announce />
        </div>
      ) : null}
      <NextSteps page={loaderData} />
      <Papers page={loaderData} />
      <Eligibility page={loaderData} />
      <RecordDetails
        fields={certificationFields}
        groups={certificationGroups}
        texts={loaderData.texts}
        shown={municipality ? { municipalityCode: `${municipality}（${code}）` } : {}}
        terms={{ municipalityCode: words.municipality }}
      />
      <Procedure page={loaderData} />
      <RecordHistory history={view.history} />
    </>
  );
}
