import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { programLabel } from '#dispatch/domain/program.ts';
import { getRequestPlan } from '#instruction-plan/plan-queries.server.ts';
import { planText } from '#instruction-plan/text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { multiline, text } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { listDecisions, type DecisionDetail } from '../decision-queries.server.ts';
import { LONGEST_ROUTE } from '../domain/approval-route.ts';
import { listDecisionCommands, needsDecisionReason, nextApprover } from '../domain/decision.ts';
import { listEntitledApprovers } from '../entitled-approvers.server.ts';
import { proposeDecision } from '../propose-decision.server.ts';
import { decisionFacts, permissionOfDecision, stepDecision, type RoundCommand } from '../step-decision.server.ts';
import {
  decisionCommandNames,
  decisionStateLabel,
  decisionStoppedTexts,
  decisionText as words,
  nextDecisionAct,
} from '../text.ts';

/** What a form of the page answers when nothing was done. */
export type DecisionAnswer = {
  readonly command: string;
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly texts: Readonly<Record<string, string>>;
};

/** 起案・決裁 of a request: the draft that goes round with its route, or the form to make one. */
export async function loadDecisionPage({ ctx, params, href }: StaffCall) {
  const requestId = params['id'] ?? '';
  const { subject, open, decided } = await getRequestPlan(ctx, requestId);
  const decisions = await listDecisions(ctx, requestId);
  const current = decisions.find(({ planId }) => planId === (open ?? decided)?.id);
  const shown = current?.state === 'withdrawn' ? undefined : current;
  const entitled = (await listEntitledApprovers(ctx)).filter(({ id }) => id !== ctx.actor.id);
  const mayDraft = isAllowed(ctx.actor, 'request.write', { corner: ctx.corner }) && open?.state === 'draft';
  const page = href(`requests/${requestId}`);
  const papers = recordLetterLinks('request', requestId, href);
  const paperHref = (kind: string) => papers.find((paper) => paper.kind === kind)?.href;
  return {
    request: { number: subject.number, host: subject.hostName, href: page },
    planHref: `${page}/plan`,
    documentHref: open || decided ? paperHref('instruction-plan') : undefined,
    noticeHref: decided ? paperHref('dispatch-notice') : undefined,
    hasPlan: open !== undefined || decided !== undefined,
    isDecided: open === undefined && decided !== undefined,
    current: shown && {
      ...showDecision(shown),
      version: shown.version,
      commands: listRoundCommands(shown, ctx),
      keys: { step: randomUUID() },
    },
    draft: mayDraft
      ? {
          key: randomUUID(),
          isAgain: shown?.state === 'returned',
          subject: shown?.subject ?? words.defaultSubject(subject.hostName, programLabel(subject.program)),
          note: shown?.note ?? '',
          route: lastRoute(shown),
          revision: open ? planText.revision(open.revision) : '',
          entitled: entitled.map(({ id, name }) => ({ value: id, label: name })),
        }
      : undefined,
    earlier: decisions.filter(({ id }) => id !== shown?.id).map(showDecision),
  };
}

/** The steps of a draft that goes round which this person may take now. */
function listRoundCommands(decision: DecisionDetail, ctx: StaffCall['ctx']) {
  return listDecisionCommands(decisionFacts(decision, decision.route), ctx.actor.id)
    .filter((command) => command !== 'resubmit')
    .filter((command) => isAllowed(ctx.actor, permissionOfDecision(command), { corner: ctx.corner }))
    .map((command) => ({
      command,
      label: decisionCommandNames[command],
      reasonNeeded: needsDecisionReason(command),
    }));
}

/** Those who were asked the last time, in order. */
function lastRoute(decision: DecisionDetail | undefined): readonly string[] {
  return decision?.route.filter(({ round }) => round === decision.round).map(({ approverId }) => approverId) ?? [];
}

const answerNames = { approved: words.approved, returned: words.returned } as const;

function showDecision(decision: DecisionDetail) {
  const { id, subject, note, state, round, route, events, draftedOn, decidedOn, drafterName } = decision;
  const waitsFor = state === 'circulating' ? nextApprover(decisionFacts(decision, route).route)?.name : undefined;
  return {
    id,
    subject,
    note: note ?? '',
    state,
    stateText: decisionStateLabel(state),
    next: nextDecisionAct(state, waitsFor ?? ''),
    revision: planText.revision(decision.revision),
    drafter: drafterName,
    draftedOn: formatSlashDate(draftedOn),
    decidedOn: decidedOn === null ? '' : formatSlashDate(decidedOn),
    waitsFor: waitsFor ?? '',
    rounds: [...Map.groupBy(route, (entry) => entry.round)]
      .map(([number, entries]) => ({
        round: number,
        isPresent: number === round,
        rows: entries.map(({ position, approverName, answer, answeredAt, comment }) => ({
          key: String(position),
          order: words.approver(position),
          name: approverName,
          answer: answer === null ? words.waiting : answerNames[answer],
          at: answeredAt === null ? '' : instantText(answeredAt),
          comment: comment ?? '',
        })),
      }))
      .toReversed(),
    events: events.map(({ sequence, at, actorName, command, reason }) => ({
      key: String(sequence),
      at: instantText(at),
      who: actorName,
      what: decisionCommandNames[command],
      ...(reason === null ? {} : { reason }),
    })),
  };
}

const roundCommands: readonly RoundCommand[] = ['approve', 'return', 'withdraw'];

/** Makes a draft, sends it round again, or takes a step with it. */
export async function takeDecision(call: StaffCall) {
  const { ctx, request } = call;
  requirePermission(ctx, 'request.write');
  const form = await readForm(request);
  const command = textIn(form, 'command');
  const texts = Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const again: Again = (errors, status) => data<DecisionAnswer>({ command, errors, texts }, { status });
  try {
    if (command === 'propose') return await takeProposal(call, { form, again });
    const step = roundCommands.find((known) => known === command);
    return step ? await takeStep(call, { form, again, step }) : again([{ message: words.noCommand }], 422);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    throw error;
  }
}

type Again = (errors: DecisionAnswer['errors'], status: number) => ReturnType<typeof data<DecisionAnswer>>;
type Taking = { readonly form: FormData; readonly again: Again };

async function takeProposal({ ctx, params, href }: StaffCall, { form, again }: Taking) {
  const subject = text().parse(textIn(form, 'subject').trim());
  if (textIn(form, 'subject').trim() === '') return again([{ name: 'subject', message: words.subjectMissing }], 422);
  if (!subject.ok) return again([{ name: 'subject', message: problemText(words.subject, subject.refusal) }], 422);
  const typedNote = textIn(form, 'note').trim();
  const note = typedNote === '' ? null : multiline({ limit: 1000 }).parse(typedNote);
  if (note && !note.ok) return again([{ name: 'note', message: problemText(words.note, note.refusal) }], 422);
  const approverIds = Array.from({ length: LONGEST_ROUTE }, (_, place) => textIn(form, `approver-${place + 1}`)).filter(
    Boolean,
  );
  const requestId = params['id'] ?? '';
  const made = await proposeDecision(ctx, {
    requestId,
    subject: subject.value,
    note: note?.value ?? null,
    approverIds,
    key: textIn(form, 'idempotency-key') || undefined,
  });
  if (made.ok) throw redirect(href(`requests/${requestId}/decision`));
  const isRoute = made.refusal.kind.endsWith('route') || made.refusal.kind === 'not-entitled';
  const errors = decisionStoppedTexts(made.refusal).map((message) => ({
    ...(isRoute ? { name: 'approver-1' } : {}),
    message,
  }));
  return again(errors, isRoute ? 422 : 409);
}

async function takeStep(
  { ctx, params, href }: StaffCall,
  { form, again, step }: Taking & { readonly step: RoundCommand },
) {
  const typed = textIn(form, 'reason').trim();
  const reason = typed === '' ? null : multiline({ limit: 500 }).parse(typed);
  const name = `reason-${step}`;
  if (reason && !reason.ok) return again([{ name, message: problemText(words.reason, reason.refusal) }], 422);
  const stepped = await stepDecision(ctx, {
    decisionId: textIn(form, 'decision'),
    command: step,
    reason: reason?.value ?? null,
    version: Number(textIn(form, 'version')),
    key: textIn(form, 'idempotency-key') || undefined,
  });
  if (stepped.ok) throw redirect(href(`requests/${params['id'] ?? ''}/decision`));
  const isReason = stepped.refusal.kind === 'reason-missing' || stepped.refusal.kind === 'reason-too-long';
  const errors = decisionStoppedTexts(stepped.refusal).map((message) => ({ ...(isReason ? { name } : {}), message }));
  return again(errors, isReason ? 422 : 409);
}
