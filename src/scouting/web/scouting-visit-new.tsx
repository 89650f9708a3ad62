import { requirePermission } from '#platform/context.server.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isPlainDate } from '#kernel/plain-date.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { saveForm, startForm } from '#record/web/record-pages.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { scoutingVisitFields } from '../domain/scouting-visit-fields.ts';
import { scoutingPurposes, scoutingVisitStatusLabel } from '../domain/scouting-visit-status.ts';
import { scoutingVisitRecords } from '../scouting-records.server.ts';
import { getEntryDefaults, listOpenPlans } from '../scouting-entry-queries.server.ts';
import { scoutingEntryGroups, scoutingText as words } from '../text.ts';
import type { Route } from './+types/scouting-visit-new.ts';
import { OpenPlans } from './open-plans.tsx';
import { offerNeeds, suggestForVisit } from './scouting-form-help.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.listTitle, href: href('scouting') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  requirePermission(ctx, 'scouting.write');
  const coordinator = ctx.actor.name;
  const { number, municipalityCode } = await getEntryDefaults(ctx, { fiscalYear: year, coordinator });
  const day = url.searchParams.get('day') ?? '';
  const today = ctx.today();
  const visitOn = isPlainDate(day) ? day : today;
  const municipality = findMunicipality(municipalityCode);
  return {
    state: startForm({
      number,
      coordinator,
      visitOn,
      status: scoutingVisitStatusLabel(visitOn > today ? 'planned' : 'held'),
      purpose: scoutingPurposes[0].label,
      municipalityCode: municipality ? `${municipality.code} ${municipality.name}` : '',
    }),
    coordinator,
    listHref: href('scouting'),
    plans: (await listOpenPlans(ctx, coordinator)).map(({ id, visitOn: day, startsAt, host }) => ({
      id,
      when: [formatSlashDate(day), startsAt].filter(Boolean).join(' '),
      host,
      href: href(`scouting/${id}/edit?held=1`),
    })),
    suggestions: await suggestForVisit(ctx, year),
    taps: { needs: await offerNeeds(ctx, year) },
  };
});

export const action = staffPage((call) =>
  saveForm(call, { records: scoutingVisitRecords, detailHref: (id) => call.href(`scouting/${id}`) }),
);

export default function ScoutingVisitNew({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={words.create}
        lead={words.createLead(loaderData.coordinator)}
        hasErrors={actionData !== undefined}
      />
      <OpenPlans plans={loaderData.plans} />
      <RecordForm
        fields={scoutingVisitFields}
        groups={scoutingEntryGroups}
        state={actionData?.kind === 'form' ? actionData.state : loaderData.state}
        submitLabel={words.register}
        cancelHref={loaderData.listHref}
        suggestions={loaderData.suggestions}
        taps={loaderData.taps}
      />
    </>
  );
}
