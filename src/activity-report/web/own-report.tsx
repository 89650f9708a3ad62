import { redirect } from 'react-router';
import { reportTable } from '../domain/report-state.ts';
import { reportText as words } from '../text.ts';
import { showPhotos, showReport } from '../show-report.ts';
import { startReport, takeReport } from '../take-report.server.ts';
import { getReport, removePhoto } from '../write-report.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import type { Route } from './+types/own-report.ts';
import { ownPage } from '#server/own-page.server.ts';
import { ReportForm } from './report-form.tsx';
import { ReportPhotos } from './report-photos.tsx';

export const loader = ownPage(async ({ ctx, instructorId, params, url }) => {
  const visitId = params['id'] ?? '';
  const { visit, report, photos } = await getReport(ctx, { visitId, instructorId });
  const state = report?.state;
  const isOpen = visit.visitStatus === 'held' && reportTable[state ?? 'draft'].save !== undefined;
  return {
    items: showReport(visit, isOpen ? undefined : report),
    reason: isOpen ? (report?.returnReason ?? undefined) : undefined,
    photos: showPhotos(photos, (photoId) => `/my/visits/${visitId}/report/photos/${photoId}`),
    form: startReport(visit, report),
    isOpen,
    lead:
      visit.visitStatus !== 'held'
        ? words.notHeld
        : state === 'submitted'
          ? words.ownSubmitted
          : state === 'checked'
            ? words.ownChecked
            : words.ownLead,
    done: (['saved', 'submitted'] as const).find((known) => known === url.searchParams.get('done')),
  };
});

export const action = ownPage(async ({ ctx, instructorId, params, request }) => {
  requirePermission(ctx, 'activity-report.write', { instructorId });
  const form = await readForm(request);
  const visitId = params['id'] ?? '';
  const photoId = textIn(form, 'remove');
  if (photoId !== '') {
    await removePhoto(ctx, { visitId, instructorId, photoId });
    throw redirect(`/my/visits/${visitId}/report`);
  }
  const answer = await takeReport(ctx, form, { visitId, instructorId });
  if (answer) return answer;
  throw redirect(`/my/visits/${visitId}/report?done=${textIn(form, 'command') === 'submit' ? 'submitted' : 'saved'}`);
});

export default function OwnReport({ loaderData, actionData }: Route.ComponentProps) {
  const { items, photos, form, isOpen, lead, done, reason } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.own} lead={lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {done && errors.length === 0 ? (
        <div className="mb-6">
          <Notification kind="success" title={words[done]} announce />
        </div>
      ) : null}
      {reason ? (
        <div className="mb-6">
          <Notification kind="warning" title={`${words.returned}：${reason}`} />
        </div>
      ) : null}
      <DescriptionList items={items} />
      <ReportPhotos photos={photos} mayRemove={isOpen} />
      {isOpen ? <ReportForm state={actionData ?? form} /> : null}
    </>
  );
}
