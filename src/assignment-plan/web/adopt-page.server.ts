import { randomUUID } from 'node:crypto';
import { data } from 'react-router';
import type { RequestStage } from '#dispatch/domain/request-stage.ts';
import { stageTransitions } from '#dispatch/domain/stage-transitions.ts';
import { stageNames } from '#dispatch/stage-text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { date } from '#record/domain/date-codecs.ts';
import { LARGEST_PAGE } from '#record/paging.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { problemText } from '#record/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { adoptProposals } from '../adopt-proposals.server.ts';
import { listBoardRequests, listSessionsOf } from '../board-queries.server.ts';
import { getPlan } from '../plan-queries.server.ts';
import { adoptionRefusalText } from '../adoption-refusal-text.ts';
import { adoptText as words } from '../adopt-text.ts';
import { nameOfInstructors, timeText } from './board-list.server.ts';
import { loadDroppedVisits } from './dropped-visits.server.ts';

/** What is asked before proposals are adopted: which requests, as what, and until when an answer is awaited. */
export async function loadAdoptPage(call: StaffCall) {
  const { ctx, url, href } = call;
  requirePermission(ctx, 'assignment.adopt');
  const { plan, run } = await findRun(call);
  const planHref = href(`assignment/${plan.id}`);
  const wanted = url.searchParams.getAll('request').filter(isRecordId);
  const isAll = url.searchParams.get('all') === '1';
  const filters = { trade: '', state: 'open', month: '' } as const;
  const { rows } = await listBoardRequests(ctx, { runId: run.id, filters, cursor: undefined, limit: LARGEST_PAGE });
  const chosen = rows.filter(({ id }) => isAll || wanted.includes(id));
  const all = await listSessionsOf(ctx, { runId: run.id, requestIds: chosen.map(({ id }) => id) });
  const sessions = all.filter(({ state }) => state === 'open');
  const nameOf = await nameOfInstructors(ctx, sessions, run.settings.extraInstructors);
  const numberOf = (id: string) => chosen.find((row) => row.id === id)?.number ?? '';
  const wished = sessions.map((session) => ({ ...session, request: numberOf(session.requestId) }));
  return {
    planName: plan.name,
    planHref,
    dropped: await loadDroppedVisits(call, { run, sessions: wished }),
    key: randomUUID(),
    sessions: sessions.length,
    answerBy: '',
    rows: chosen.map(({ id, number, hostName, stage }) => ({
      id,
      stage: stageNames[stage],
      isTooEarly: isTooEarly(stage),
      number,
      hostName,
      href: `${planHref}/requests/${id}`,
      lines: sessions
        .filter(({ requestId }) => requestId === id)
        .map(
          ({ visitOn, startsAt, endsAt, instructorIds, explanation: { replaces } }) =>
            `${formatSlashDate(visitOn)}　${timeText(startsAt, endsAt)}　${instructorIds.map(nameOf).join('、')}${replaces ? words.insteadOf(formatSlashDate(replaces.visitOn)) : ''}`,
        ),
    })),
  };
}

/** Whether another step comes before an offer; it is refused, and said so beforehand. */
function isTooEarly(stage: RequestStage): boolean {
  const cell = stageTransitions[stage].offer;
  return 'no' in cell && cell.no === 'too-early';
}

async function findRun({ ctx, params }: StaffCall) {
  const plan = await getPlan(ctx, params['planId'] ?? '');
  const run = plan.runs.find(({ points }) => points !== null);
  if (!run) throw new NotFound('assignment-run', plan.id);
  return { plan, run };
}

export type AdoptAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly way: 'offer' | 'visit';
  readonly answerBy: string;
  readonly result?: Awaited<ReturnType<typeof showResult>>;
};

/** Adopts request by request, and tells of each what came of it. */
export async function takeAdoption(call: StaffCall) {
  const { ctx, request } = call;
  requirePermission(ctx, 'assignment.adopt');
  const form = await readForm(request);
  const way = textIn(form, 'way') === 'visit' ? 'visit' : 'offer';
  const typed = textIn(form, 'answerBy').trim();
  const again = (error: AdoptAnswer['errors'][number]) =>
    data<AdoptAnswer>({ errors: [error], way, answerBy: typed }, { status: 422 });
  const requestIds = form.getAll('request').filter((id): id is string => typeof id === 'string' && isRecordId(id));
  if (requestIds.length === 0) return again({ message: words.nothing });
  let answerBy: PlainDate | null = null;
  if (way === 'offer') {
    if (typed === '') return again({ name: 'answerBy', message: words.answerByMissing });
    const parsed = date().parse(typed);
    if (!parsed.ok) return again({ name: 'answerBy', message: problemText(words.answerBy, parsed.refusal) });
    answerBy = parsed.value;
  }
  const { run } = await findRun(call);
  const key = textIn(form, 'idempotency-key') || undefined;
  const adoption = await adoptProposals(ctx, { runId: run.id, requestIds, way, answerBy, key });
  return data<AdoptAnswer>({ errors: [], way, answerBy: typed, result: await showResult(call, run.id, adoption) });
}

type Adoption = Awaited<ReturnType<typeof adoptProposals>>;

async function showResult({ ctx, href }: StaffCall, runId: string, { adopted, refused }: Adoption) {
  const filters = { trade: '', state: '', month: '' } as const;
  const { rows } = await listBoardRequests(ctx, { runId, filters, cursor: undefined, limit: LARGEST_PAGE });
  const labelOf = (id: string) => {
    const row = rows.find((each) => each.id === id);
    return row ? `${row.number}　${row.hostName}` : id;
  };
  const show = (id: string) => ({ id, label: labelOf(id), href: href(`requests/${id}`) });
  return {
    adopted: adopted.map(({ requestId, offers }) => ({
      ...show(requestId),
      made: offers > 0 ? words.madeOffer : words.madeVisit,
      madeHref: href(offers > 0 ? `requests/${requestId}/offers` : `requests/${requestId}`),
    })),
    refused: refused.map(({ requestId, refusal }) => ({ ...show(requestId), reason: adoptionRefusalText(refusal) })),
  };
}
