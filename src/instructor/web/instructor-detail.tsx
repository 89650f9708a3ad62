import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { redirect } from 'react-router';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { loadRecordView, recordHrefs, showHistory } from '#record/web/record-pages.server.ts';
import { RecordDetails, RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { LinkSection } from '#ui/link-section.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { instructorFields } from '../domain/instructor-fields.ts';
import { getInstructorActivity } from '../instructor-activity.server.ts';
import { getProfile } from '../instructor-profile.server.ts';
import { instructorRecords } from '../instructor-records.server.ts';
import { listLedgerChanges } from '../ledger-changes.server.ts';
import { findSurvivor, listMerged } from '../merged-instructors.server.ts';
import { mergeText } from '../merge-text.ts';
import { detailGroups, instructorText as words } from '../text.ts';
import type { Route } from './+types/instructor-detail.ts';
import { ActivitySection, DormancyNotice, InstructorChips, YearVisits } from './instructor-summary.tsx';
import { LedgerChanges } from './ledger-changes.tsx';
import { MergedRecords } from './merged-records.tsx';
import { ProfileSections } from './profile-sections.tsx';
import { findRegistrationEnd } from '../registration.server.ts';
import { showActivity } from './show-activity.ts';
import { showLedgerChanges } from './show-ledger-changes.ts';
import { showProfile } from './show-profile.server.ts';
import { showValues } from './show-values.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('instructors') },
    { label: data.view.label },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, year: fiscalYear, href } = call;
  const hrefs = recordHrefs(call, { records: instructorRecords, path: 'instructors' });
  const survivor = await findSurvivor(ctx, call.params['id'] ?? '');
  if (survivor !== undefined) throw redirect(href(`instructors/${survivor}`));
  const view = await loadRecordView(call, instructorRecords);
  const merged = await listMerged(ctx, view.id);
  const profile = await getProfile(ctx, view.id);
  const activity = await getInstructorActivity(ctx, { id: view.id, fiscalYear });
  const changes = await listLedgerChanges(ctx, view.id);
  const endedOn = await findRegistrationEnd(ctx, view.id);
  return {
    view,
    shown: showValues(view.texts),
    ended: endedOn && words.registrationEnded(endedOn),
    upkeepHref: isAllowed(ctx.actor, 'upkeep.read', { corner: ctx.corner }) ? href(`upkeep/${view.id}`) : undefined,
    papersTitle: words.papers(fiscalYearLabel(fiscalYear)),
    papers: endedOn === undefined ? recordLetterLinks('instructor', view.id, href) : [],
    changes: showLedgerChanges(changes),
    activity: showActivity(view.texts, activity, { today: ctx.today(), fiscalYear, href }),
    feedHref:
      !endedOn && isAllowed(ctx.actor, 'calendar-feed.write', { corner: ctx.corner })
        ? href(`feeds/instructor/${view.id}`)
        : undefined,
    invitationHref: isAllowed(ctx.actor, 'instructor.invite', { corner: ctx.corner })
      ? href(`instructors/${view.id}/invitation`)
      : undefined,
    bankAccountHref: isAllowed(ctx.actor, 'bank-account.read', { corner: ctx.corner })
      ? href(`instructors/${view.id}/bank-account`)
      : undefined,
    editHref: hrefs.editHref(view.id),
    deleteHref: hrefs.deleteHref(view.id),
    profile: showProfile(profile, ctx.today()),
    profileHref: hrefs.editHref(view.id) && href(`instructors/${view.id}/profile`),
    adviserRulesHref: href('instructors/adviser-rules'),
    mergeHref: isAllowed(ctx.actor, 'instructor.merge', { corner: ctx.corner })
      ? href(`instructors/${view.id}/merge`)
      : undefined,
    merged: merged.map(({ history, ...record }) => ({
      ...record,
      history: history.map((entry) => showHistory(instructorFields, entry)),
    })),
  };
});

export default function InstructorDetail({ loaderData }: Route.ComponentProps) {
  const { view, shown, activity, invitationHref, editHref, deleteHref } = loaderData;
  const { mergeHref, merged, profile, profileHref } = loaderData;
  const { texts } = view;
  return (
    <>
      <PageHeader
        title={view.label}
        status={<InstructorChips texts={texts} />}
        lead={texts['nameKana']}
        action={
          <>
            {editHref ? (
              <ButtonLink variant="solid" href={editHref}>
                {recordWords.edit}
              </ButtonLink>
            ) : null}
            {invitationHref ? <ButtonLink href={invitationHref}>{words.invitation}</ButtonLink> : null}
            {loaderData.feedHref ? <ButtonLink href={loaderData.feedHref}>{words.feed}</ButtonLink> : null}
            {loaderData.bankAccountHref ? (
              <ButtonLink href={loaderData.bankAccountHref}>{words.bankAccount}</ButtonLink>
            ) : null}
            {mergeHref ? <ButtonLink href={mergeHref}>{mergeText.merge}</ButtonLink> : null}
            {deleteHref ? <ButtonLink href={deleteHref}>{recordWords.delete}</ButtonLink> : null}
          </>
        }
      />
      <DormancyNotice
        notice={loaderData.ended ? { title: loaderData.ended, lead: words.registrationEndedLead } : activity.notice}
        upkeepHref={loaderData.upkeepHref}
      />
      <ActivitySection activity={activity} />
      <YearVisits activity={activity} />
      <RecordDetails
        fields={instructorFields}
        groups={detailGroups}
        texts={texts}
        shown={shown}
        terms={{ municipalityCode: words.municipality }}
      />
      <ProfileSections profile={profile} editHref={profileHref} adviserRulesHref={loaderData.adviserRulesHref} />
      <LinkSection title={loaderData.papersTitle} links={loaderData.papers} />
      <LedgerChanges changes={loaderData.changes} />
      <RecordHistory history={view.history} />
      <MergedRecords merged={merged} />
    </>
  );
}
