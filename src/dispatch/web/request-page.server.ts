import { randomUUID } from 'node:crypto';
import { findConsultationOf } from '#consultation/consultation-queries.server.ts';
import { findWishOf } from '#demand-survey/demand-survey-queries.server.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { findTeachers } from '#matching/trade-teachers.server.ts';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import type { Context } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { loadRecordView } from '#record/web/record-pages.server.ts';
import { actionText } from '#record/web/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { needsMoveReason } from '../domain/move-request.ts';
import { isEnded, type RequestCommand, type RequestStage } from '../domain/request-stage.ts';
import { openSessions, requestStatus } from '../domain/request-status.ts';
import { beginsBeforeReceipt } from '../domain/request.ts';
import { followsFromOffer, followsFromPlan, listStageCommands } from '../domain/stage-transitions.ts';
import { markStageStations } from '../domain/stage-stations.ts';
import { permissionOfStep } from '../move-request.server.ts';
import { getRequestProgress } from '../request-queries.server.ts';
import { judgeStoredRequest } from '../judge-stored-request.server.ts';
import { requestEntries } from '../request-entries.server.ts';
import { getStanding, type RequestStanding } from '../stage-queries.server.ts';
import { nextActs, requestCommandNames, stageNames, stageText, stationNames } from '../stage-text.ts';
import { requestText as words, visitStatusNames, windowsText } from '../text.ts';
import { showJudgement } from './request-judgement.tsx';

/** What the page of one request shows; `?step=` names the step whose form is open. */
export async function loadRequestPage(call: StaffCall) {
  const { ctx, href, url } = call;
  const view = await loadRecordView(call, requestEntries);
  const progress = await getRequestProgress(ctx, view.id);
  const standing = await getStanding(ctx, view.id);
  const { stage, facts } = standing;
  const may = (permission: 'visit.write' | 'request.write' | 'request.delete' | 'matching.rank') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const pageHref = href(`requests/${view.id}`);
  const candidatesHref = may('matching.rank') ? `${pageHref}/candidates` : undefined;
  const commands = listAllowed(ctx, stage);
  const step = commands.find((command) => command === url.searchParams.get('step'));
  const status = requestStatus(facts);
  return {
    origin: await showOrigin(call, view.id),
    judgement: showJudgement(await judgeStoredRequest(ctx, view.id)),
    rulesHref: href('requests/rules'),
    view: { ...view, history: view.history.filter(({ what }) => !stepEntries.includes(what)) },
    counts: facts,
    status,
    open: openSessions(facts),
    stage,
    stageName: stageNames[stage],
    hasEnded: isEnded(stage) || stage === 'waitlisted',
    next: nextActs[stage],
    stations: showStations(standing),
    commands: commands.map((command) => ({
      command,
      label: requestCommandNames[command],
      href: `${pageHref}?step=${command}#step`,
    })),
    form: step && { ...stepForm(step, stage), key: randomUUID(), happenedOn: ctx.today() },
    events: showEvents(standing),
    noMeister: stage === 'matching' || status === 'open' ? await showNoMeister(ctx, view.id) : undefined,
    isEarly: beginsBeforeReceipt(progress),
    receivedOn: formatSlashDate(progress.receivedOn),
    candidateDates: windowsText(progress.candidateDates),
    organization: { name: progress.organizationName, href: href(`organizations/${progress.organizationId}`) },
    place: findMunicipality(progress.placeMunicipalityCode)?.name ?? progress.placeMunicipalityCode,
    visits: progress.visits.map((visit) => ({
      ...visit,
      day: formatSlashDate(plainDate(visit.visitOn)),
      time: [visit.startsAt, visit.endsAt].filter(Boolean).join('〜'),
      statusLabel: visitStatusNames[visit.status] ?? visit.status,
      href: href(`visits/${visit.id}`),
    })),
    newVisitHref: may('visit.write')
      ? href(`visits/new?request=${encodeURIComponent(view.texts['number'] ?? '')}`)
      : undefined,
    pageHref,
    editHref: may('request.write') ? `${pageHref}/edit` : undefined,
    deleteHref: may('request.delete') ? `${pageHref}/delete` : undefined,
    candidatesHref,
    offersHref: may('matching.rank') ? `${pageHref}/offers` : undefined,
    planLinks: showPlanLinks(stage, pageHref),
    papers: recordLetterLinks('request', view.id, href).filter(
      ({ kind }) => !beforeOffer.includes(stage) || kind === 'dispatch-application' || kind === 'training-plan',
    ),
  };
}

/** What a request came of: a consultation, or a wish of the 派遣希望調査. */
async function showOrigin({ ctx, href }: StaffCall, requestId: string) {
  const consultation = await findConsultationOf(ctx, requestId);
  if (consultation) {
    return {
      title: words.cameOf(consultation.number, formatSlashDate(consultation.receivedOn)),
      href: href(`consultations/${consultation.id}`),
      open: words.openConsultation,
    };
  }
  const wish = await findWishOf(ctx, requestId);
  if (!wish) return undefined;
  return {
    title: words.cameOfWish(wish.number),
    href: href(`demand-surveys/${wish.surveyId}/recipients/${wish.recipientId}`),
    open: words.openWish,
  };
}

/** Steps have a history of their own, which says more. */
const stepEntries = ['page', 'api', 'cli', 'job'].map((source) => actionText('moved', source));

/** The steps that the stage takes and this person may take. */
function listAllowed(ctx: Context, stage: RequestStage): readonly RequestCommand[] {
  return listStageCommands(stage).filter(
    (command) =>
      !followsFromOffer(command, stage) &&
      !followsFromPlan(command, stage) &&
      isAllowed(ctx.actor, permissionOfStep(command), { corner: ctx.corner }),
  );
}

const beforeOffer: readonly RequestStage[] = ['enquiry', 'hearing', 'submitted', 'eligibility-checked', 'matching'];
const beforeAcceptance: readonly RequestStage[] = [...beforeOffer, 'offered'];

/** Where the meeting, the plan and the decision are kept; the one that is next stands out. Not before somebody has said yes. */
function showPlanLinks(stage: RequestStage, pageHref: string) {
  if (beforeAcceptance.includes(stage)) return [];
  const plan = {
    label: stageText.plan,
    href: `${pageHref}/plan`,
    isNext: stage === 'accepted' || stage === 'pre-meeting',
  };
  return [plan, { label: stageText.decision, href: `${pageHref}/decision`, isNext: stage === 'plan-issued' }];
}

/** What the form of a step asks for. */
function stepForm(command: RequestCommand, stage: RequestStage) {
  return { command, stage, label: requestCommandNames[command], reasonNeeded: needsMoveReason(command, stage) };
}

function showStations({ stage, facts, events }: RequestStanding) {
  const from = events.find((event) => event.from !== 'waitlisted')?.from ?? 'submitted';
  return markStageStations(stage, from).map(({ station, mark }) => ({
    label: mark === 'stopped' ? `${stationNames[station]}（${stageNames[stage]}）` : stationNames[station],
    mark,
    note: station === 'visits' ? `${facts.held}/${facts.wished}回` : undefined,
  }));
}

function showEvents({ events }: RequestStanding) {
  return events.map(({ sequence, at, actorName, command, from, to, happenedOn, reason }) => ({
    key: String(sequence),
    at: instantText(at),
    who: actorName,
    what: `${stageText.stepOf(requestCommandNames[command], stageNames[from], stageNames[to])}　${stageText.entered(formatSlashDate(happenedOn))}`,
    ...(reason === null ? {} : { reason }),
  }));
}

/** Where no Meister teaches the trade of an instruction: skilled workers are asked instead (domain.md §5.3). */
async function showNoMeister(ctx: Context, requestId: string) {
  const found = await findTeachers(ctx, requestId);
  if (found === undefined || found.hasMeister) return undefined;
  return {
    title: stageText.noMeisterTitle(findTrade(found.tradeCode)?.name ?? found.tradeCode),
    lead: stageText.noMeisterLead(found.skilledWorkers),
    hasSkilled: found.skilledWorkers > 0,
    isInstruction: found.program === 'practical-instruction',
  };
}
