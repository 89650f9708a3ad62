import { randomUUID } from 'node:crypto';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { loadRecordView, recordHrefs } from '#record/web/record-pages.server.ts';
import { showDays } from '#record/web/show-days.ts';
import { actionText } from '#record/web/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { certificationRecords } from '../certification-records.server.ts';
import { certificationFields } from '../domain/certification-fields.ts';
import { markStations } from '../domain/case-stations.ts';
import { isBatchCommand, isOpenToChange, type CertificationCommand } from '../domain/certification-state.ts';
import { listCommands } from '../domain/certification-transitions.ts';
import { findSuspension, needsReason } from '../domain/move.ts';
import { listIntakeSuspensions } from '../intake.server.ts';
import { permissionsOf } from '../move-case.server.ts';
import { certificationText as words } from '../page-text.ts';
import { getStanding, type CertificationView } from '../read-case.server.ts';
import { showCriteria } from '../show-criteria.ts';
import { commandNames, nextSteps, shortcomingText, stateNames, stationName } from '../text.ts';

/** What the page of one application shows; `?step=` names the step whose form is open. */
export async function loadCasePage(call: StaffCall) {
  const { ctx, href, url } = call;
  const view = await loadRecordView(call, certificationRecords);
  const standing = await getStanding(ctx, view.id);
  const { state, batchId } = standing;
  const pageHref = href(`certifications/${view.id}`);
  const commands = listAllowed(ctx, standing);
  const step = commands.find((command) => command === url.searchParams.get('step'));
  const hrefs = recordHrefs(call, { records: certificationRecords, path: 'certifications' });
  return {
    view: { ...view, history: view.history.filter(({ what }) => !stepEntries.includes(what)) },
    texts: showTexts(view.texts),
    municipality: findMunicipality(view.texts['municipalityCode'] ?? '')?.name,
    state,
    stateName: stateNames[state],
    next: nextSteps[state],
    stations: markStations(state, standing.events).map(({ station, mark }) => ({
      label: stationName(station, state),
      mark,
    })),
    commands: commands.map((command) => ({
      command,
      label: commandNames[command],
      href: `${pageHref}?step=${command}#step`,
    })),
    form: step && { ...stepForm(step), key: randomUUID(), version: view.version, happenedOn: ctx.today() },
    ...showCriteria(standing, ctx.today()),
    ...showStanding(standing),
    suspension: await showSuspension(ctx),
    instructor: showInstructor(call, standing),
    bundled: batchId !== null,
    papers: [
      { label: words.evidenceFiles, href: `${pageHref}/evidence` },
      { label: words.applicationForm, href: `${pageHref}/application-form` },
      ...(standing.batchId === null
        ? []
        : [{ label: words.ownBatch, href: href(`certification-batches/${standing.batchId}`) }]),
      ...(state === 'received' ? [{ label: words.batches, href: href('certification-batches') }] : []),
    ],
    pageHref,
    editHref: isOpenToChange(state) ? hrefs.editHref(view.id) : undefined,
    deleteHref: hrefs.deleteHref(view.id),
  };
}

/** Steps have a history of their own, which says more. */
const stepEntries = ['page', 'api', 'cli', 'job'].map((source) => actionText('moved', source));

function showTexts(texts: Readonly<Record<string, string>>) {
  return { ...showDays(certificationFields, texts), trades: (texts['trades'] ?? '').replaceAll(';', '、') };
}

/** The steps that the state takes and this person may take. */
function listAllowed(ctx: Context, { state }: CertificationView): readonly CertificationCommand[] {
  if (!isAllowed(ctx.actor, 'certification.write', { corner: ctx.corner })) return [];
  const single = listCommands(state).filter((command) => !isBatchCommand(command));
  return single.filter((command) =>
    permissionsOf(command, state).some((permission) => isAllowed(ctx.actor, permission, { corner: ctx.corner })),
  );
}

/** What the form of a step asks for. */
function stepForm(command: CertificationCommand) {
  return {
    command,
    label: commandNames[command],
    reasonNeeded: needsReason(command),
    certificate: command === 'certify',
  };
}

function showStanding({ missing, missingForCenter, events, state }: CertificationView) {
  return {
    missing: state === 'scouted' || state === 'drafting' || state === 'returned' ? missing.map(shortcomingText) : [],
    missingForCenter: state === 'received' || state === 'interview' ? missingForCenter.map(shortcomingText) : [],
    events: events.map(({ sequence, at, actorName, command, from, to, happenedOn, reason }) => ({
      key: String(sequence),
      at: instantText(at),
      who: actorName,
      what: words.stepOf(commandNames[command], stateNames[from], stateNames[to]),
      happened: words.entered(formatSlashDate(happenedOn)),
      ...(reason === null ? {} : { reason }),
    })),
  };
}

async function showSuspension(ctx: Context) {
  const suspension = findSuspension(await listIntakeSuspensions(ctx), ctx.today());
  return (
    suspension && {
      title: words.suspended(formatSlashDate(suspension.since)),
      lead: words.suspendedLead(suspension.reason),
    }
  );
}

function showInstructor({ href }: StaffCall, { instructorId, registrationNumber, certifiedOn }: CertificationView) {
  if (instructorId === null) return undefined;
  return {
    href: href(`instructors/${instructorId}`),
    label: words.openInstructor(registrationNumber ?? ''),
    certifiedOn: certifiedOn === null ? '' : formatSlashDate(plainDate(certifiedOn)),
  };
}
