import { data, redirect } from 'react-router';
import { formatYen } from '#kernel/money.ts';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { getClaim, type ClaimDetail } from '../claim-queries.server.ts';
import { claimTable, editableStates } from '../domain/claim-state.ts';
import { expenseItemLabel } from '../domain/expense-line.ts';
import { withhold } from '../domain/withholding.ts';
import { findClaimOverspending } from '../draft-claim.server.ts';
import { stepClaim, stepPermissions, type HandCommand } from '../move-claim.server.ts';
import {
  claimCommandLabels,
  claimLabel,
  claimStateLabel,
  claimStateRefusalText,
  expenseText as words,
  rateLabel,
  reckoningText,
} from '../text.ts';
import { showSubject } from './claim-subject.tsx';

/** What a page about one claim shows. */
export async function loadClaimPage({ ctx, params, href }: StaffCall) {
  const claim = await getClaim(ctx, params['id'] ?? '');
  const may = (permission: (typeof stepPermissions)[HandCommand]) =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const isWaiting = ['submitted', 'checked', 'draft', 'returned'].includes(claim.state);
  const overspending = isWaiting ? await findClaimOverspending(ctx, claim) : [];
  const tax = withhold(claim.withheldBaseYen, ctx.today());
  return {
    id: claim.id,
    version: claim.version,
    title: claimLabel(claim.subject),
    state: claim.state,
    stateText: claimStateLabel(claim.state),
    next: claim.state === 'approved' && claim.batchId !== null ? words.next.inBatch : words.next[claim.state],
    subject: showSubject(claim.subject, href),
    ...showAmounts(claim),
    tax: tax.ok ? formatYen(tax.value.taxYen) : undefined,
    net: tax.ok ? formatYen(claim.totalYen - tax.value.taxYen) : undefined,
    taxSource: tax.ok ? tax.value.source : undefined,
    rate: `${rateLabel(claim.rate)}（${claim.rate.basis}）`,
    drafter: claim.drafterName,
    note: claim.note,
    warnings: overspending.map(({ item, missingYen }) => words.overspending(item, missingYen)),
    history: claim.events.map((event) => ({
      key: String(event.sequence),
      at: instantText(event.at),
      who: event.actorName,
      what: claimCommandLabels[event.command],
      reason: event.reason ?? undefined,
    })),
    commands: commandsOf(claim, { actorId: ctx.actor.id, may }),
    editHref:
      may('expense.write') && editableStates.includes(claim.state) ? href(`expenses/${claim.id}/edit`) : undefined,
    letters: recordLetterLinks('expense-claim', claim.id, href),
    batchHref: claim.batchId === null ? undefined : href(`payments/${claim.batchId}`),
    accountHref: href(`instructors/${claim.instructorId}/bank-account`),
  };
}

function showAmounts(claim: ClaimDetail) {
  return {
    lines: claim.lines.map((line, at) => ({
      key: String(at),
      item: expenseItemLabel(line.input.item),
      reckoning: reckoningText(line),
      amount: formatYen(line.amountYen),
      excess: line.excessYen === 0 ? '' : formatYen(line.excessYen),
    })),
    total: formatYen(claim.totalYen),
    withheldBase: formatYen(claim.withheldBaseYen),
  };
}

type Viewer = {
  readonly actorId: string;
  readonly may: (permission: (typeof stepPermissions)[HandCommand]) => boolean;
};

/** The steps that this person can take now; a claim of their own is approved by somebody else. */
function commandsOf(claim: ClaimDetail, { actorId, may }: Viewer): readonly HandCommand[] {
  if (claim.batchId !== null) return [];
  const known: readonly HandCommand[] = ['submit', 'check', 'approve', 'return', 'drop'];
  return known.filter((command) => {
    if (claimTable[claim.state][command] === undefined || !may(stepPermissions[command])) return false;
    if (command === 'return' && claim.state === 'approved') return may('expense.approve');
    return command !== 'approve' || claim.draftedBy !== actorId;
  });
}

/** What the page answers when a step was not taken. */
export type ClaimAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly command: string;
  readonly reason: string;
};

/** Takes a step of the page. */
export async function takeClaimStep({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'expense.write');
  const form = await readForm(request);
  const id = params['id'] ?? '';
  const command = (Object.keys(stepPermissions) as readonly HandCommand[]).find(
    (known) => known === textIn(form, 'command'),
  );
  if (!command) throw data(null, { status: 400 });
  const reason = textIn(form, 'reason').replaceAll('\0', '').trim().slice(0, 500);
  const again = (message: string, status: number, name?: string) =>
    data<ClaimAnswer>({ errors: [{ message, ...(name && { name }) }], command, reason }, { status });
  try {
    const moved = await stepClaim(ctx, { id, version: Number(textIn(form, 'version')), command, reason });
    if (moved.ok) throw redirect(href(`expenses/${id}`));
    const isReason = moved.refusal.kind === 'reason-missing';
    return again(
      claimStateRefusalText(moved.refusal),
      isReason ? 422 : 409,
      isReason ? `reason-${command}` : undefined,
    );
  } catch (error) {
    if (error instanceof Conflict) return again(words.conflict, 409);
    throw error;
  }
}
