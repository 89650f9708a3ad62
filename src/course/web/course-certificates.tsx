import { DocumentSheet } from '#record/web/document-sheet.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { getCourse } from '../course-queries.server.ts';
import { buildCertificates } from '../issue-certificates.server.ts';
import { courseLabel, courseText as words } from '../text.ts';
import type { Route } from './+types/course-certificates.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('courses') },
    { label: data.label, href: data.detailHref },
    { label: words.certificate },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const id = params['id'] ?? '';
  const course = await getCourse(ctx, id);
  const { certificates, hasTemplate } = await buildCertificates(ctx, id);
  return {
    label: courseLabel(course.input),
    detailHref: href(`courses/${id}`),
    hasTemplate,
    templateHref: href('letters/templates/course-certificate'),
    certificates: certificates.map(({ instructorId, model }) => ({
      id: instructorId,
      model,
      name: course.attendees.find((attendee) => attendee.id === instructorId)?.name ?? '',
      wordHref: href(`courses/${id}/certificates/word?instructor=${instructorId}`),
    })),
  };
});

export default function CourseCertificates({ loaderData }: Route.ComponentProps) {
  const { label, certificates, hasTemplate, templateHref } = loaderData;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={`${words.certificate}　${label}`}
          lead={hasTemplate ? words.certificateOwn : words.printHint}
        />
        <p className="mb-4">
          <a href={templateHref}>{words.lettersToTemplate}</a>
        </p>
      </div>
      {certificates.length === 0 ? <EmptyState title={words.noCertificates} /> : null}
      {certificates.length > 0 ? (
        <ul className="mb-6 flex flex-wrap gap-3 print:hidden">
          {certificates.map(({ id, name, wordHref }) => (
            <li key={id}>
              <ButtonLink size="sm" href={wordHref}>
                {name}（{words.certificateWord}）
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : null}
      {hasTemplate ? null : certificates.map(({ id, model }) => <DocumentSheet key={id} model={model} />)}
    </>
  );
}
