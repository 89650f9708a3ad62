import { data, redirect } from 'react-router';
import { getStanding } from '#dispatch/stage-queries.server.ts';
import { isEnded } from '#dispatch/domain/request-stage.ts';
import { nextActs, stageNames } from '#dispatch/stage-text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { formatYen } from '#kernel/money.ts';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import { requirePermission } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { movedSessions, totalMaterialYen } from '../domain/plan-session.ts';
import { meetingMeans, type PreMeeting } from '../domain/pre-meeting.ts';
import { getRequestPlan, type PlanVersion } from '../plan-queries.server.ts';
import { planSessionVisits } from '../plan-visits.server.ts';
import { listMeetings } from '../record-meeting.server.ts';
import { planStateLabel, planText as words, planVisitsRefusalTexts } from '../text.ts';

/** What the page answers when no visit was made. */
export type PlanVisitsAnswer = { readonly errors: readonly { readonly message: string }[] };

/** 事前打合せと講習計画書 of a request: the meetings, the version in work and the one in force, and what comes next. */
export async function loadPlanPage({ ctx, params, href }: StaffCall) {
  const requestId = params['id'] ?? '';
  const plan = await getRequestPlan(ctx, requestId);
  const { subject, versions, open, decided, visits } = plan;
  const { stage } = await getStanding(ctx, requestId);
  const mayWrite = isAllowed(ctx.actor, 'request.write', { corner: ctx.corner }) && !isEnded(stage);
  const page = href(`requests/${requestId}`);
  const papers = recordLetterLinks('request', requestId, href);
  const paperHref = (kind: string) => papers.find((paper) => paper.kind === kind)?.href;
  const show = (version: PlanVersion | undefined) =>
    version && {
      ...showPlan(version, (visitId) => href(`visits/${visitId}`)),
      moved: movedSessions(version.sessions, visits).map(words.session).join('・'),
      mayMakeVisits: mayWrite && isAllowed(ctx.actor, 'visit.write', { corner: ctx.corner }),
    };
  return {
    request: { number: subject.number, host: subject.hostName, href: page },
    stage: stageNames[stage],
    next: nextActs[stage],
    meetings: (await listMeetings(ctx, requestId)).map((meeting) =>
      showMeeting(meeting, mayWrite ? `${page}/plan/meetings/${meeting.id}` : undefined),
    ),
    newMeetingHref: mayWrite ? `${page}/plan/meetings/new` : undefined,
    open: show(open),
    decided: show(decided),
    editHref: mayWrite && open?.state !== 'proposed' ? `${page}/plan/edit` : undefined,
    editLabel: open ? words.editPlan : decided ? words.revisePlan : words.newPlan,
    decisionHref: `${page}/decision`,
    documentHref: open || decided ? paperHref('instruction-plan') : undefined,
    versions: versions.map(({ id, revision, state, draftedBy, updatedAt }) => ({
      id,
      revision: words.revision(revision),
      state,
      stateText: planStateLabel(state),
      draftedBy,
      updatedAt: instantText(updatedAt),
    })),
  };
}

function showMeeting(
  { id, heldOn, means, place, present, agreed, hostPrepares, recordedBy }: PreMeeting,
  href?: string,
) {
  const by = meetingMeans.find(({ code }) => code === means)?.label ?? means;
  return {
    id,
    day: formatSlashDate(heldOn),
    means: [by, place].filter(Boolean).join('　'),
    present,
    agreed,
    hostPrepares: hostPrepares ?? '',
    recordedBy,
    href,
  };
}

function showPlan(version: PlanVersion, visitHref: (id: string) => string) {
  const { id, revision, state, goal, note, draftedBy, sessions } = version;
  return {
    id,
    revision: words.revision(revision),
    state,
    stateText: planStateLabel(state),
    goal: goal ?? '',
    note: note ?? '',
    draftedBy,
    total: formatYen(totalMaterialYen(sessions)),
    unplanned: sessions.filter(({ visitId }) => visitId === null).length,
    sessions: sessions.map((session, index) => ({
      key: String(index + 1),
      no: words.session(index + 1),
      day: formatSlashDate(session.heldOn),
      hours: [session.startsAt, session.endsAt].filter(Boolean).join('〜'),
      place: session.place ?? '',
      content: [session.content, session.task && `課題：${session.task}`].filter(Boolean).join('\n'),
      material: [session.material, session.materialYen === null ? '' : formatYen(session.materialYen)]
        .filter(Boolean)
        .join('　'),
      instructor: session.instructorName ?? '',
      visitHref: session.visitId === null ? undefined : visitHref(session.visitId),
    })),
  };
}

/** Makes planned visits of the sessions that have none. */
export async function takePlanVisits({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'visit.write');
  const form = await readForm(request);
  const made = await planSessionVisits(ctx, textIn(form, 'plan'));
  if (made.ok) throw redirect(href(`requests/${params['id'] ?? ''}/plan`));
  const errors = planVisitsRefusalTexts(made.refusal).map((message) => ({ message }));
  return data<PlanVisitsAnswer>({ errors }, { status: 409 });
}
