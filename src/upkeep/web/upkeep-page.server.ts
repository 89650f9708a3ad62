import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { addYears } from '#kernel/plain-date.ts';
import { standardDormancyRule } from '#instructor/domain/dormancy.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { date } from '#record/domain/date-codecs.ts';
import { problemText } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { commandsOf, upkeepCommands } from '../domain/upkeep.ts';
import type { LinkKey } from '../intent-link.server.ts';
import { moveRegistration } from '../move-registration.server.ts';
import { nextStepText, upkeepCommandLabel, upkeepRefusalText, upkeepStateLabel, upkeepText as words } from '../text.ts';
import { getUpkeep, type UpkeepDetail, type UpkeepEvent } from '../upkeep-queries.server.ts';

/** What the page of one person's registration shows. */
export async function loadUpkeepPage({ ctx, params, href }: StaffCall) {
  const upkeep = await getUpkeep(ctx, params['id'] ?? '');
  const { state, dormancy, lastActivityOn, plannedVisits } = upkeep;
  const mayWrite = isAllowed(ctx.actor, 'upkeep.write', { corner: ctx.corner });
  const letterHref = (kind: string) => href(`upkeep/${upkeep.id}/letter/${kind}`);
  return {
    title: upkeep.name,
    number: upkeep.number,
    version: upkeep.version,
    state,
    stateText: upkeepStateLabel(state),
    next: nextStepText(state),
    instructorHref: href(`instructors/${upkeep.id}`),
    lastActivity: lastActivityOn === null ? words.never : formatSlashDate(lastActivityOn),
    lapse: dormancy.kind === 'unknown' ? words.never : formatSlashDate(dormancy.lastDay),
    reconfirmedOn:
      upkeep.reconfirmedOn === null
        ? ''
        : `${formatSlashDate(upkeep.reconfirmedOn)}（${formatSlashDate(addYears(upkeep.reconfirmedOn, standardDormancyRule.years))}まで）`,
    plannedVisits: `${plannedVisits}回`,
    endedOn: upkeep.endedOn === null ? '' : formatSlashDate(upkeep.endedOn),
    today: ctx.today(),
    commands: mayWrite
      ? commandsOf(state).map((command) => ({ value: command, label: upkeepCommandLabel(command) }))
      : [],
    enquiry: showEnquiry(upkeep),
    events: upkeep.events.map(showEvent),
    letters: mayWrite
      ? [
          ...(upkeep.enquiry?.open ? [{ label: words.intentLetter, href: letterHref('intent') }] : []),
          ...(upkeep.endedOn !== null && state !== 'deceased'
            ? [{ label: words.endLetter, href: letterHref('end') }]
            : []),
        ]
      : [],
  };
}

function showEnquiry({ enquiry }: UpkeepDetail) {
  if (!enquiry) return undefined;
  const { answer, open, note, receipt } = enquiry;
  return {
    receipt,
    askedOn: formatSlashDate(enquiry.askedOn),
    expiresOn: formatSlashDate(enquiry.expiresOn),
    answer: answer ? words.answers[answer] : open ? words.waiting : words.closed,
    note: note ?? '',
  };
}

function showEvent({ sequence, at, actorName, command, to, happenedOn, onBehalf, reason }: UpkeepEvent) {
  const way = command.startsWith('answer-') ? `（${onBehalf ? words.onBehalf : words.byPerson}）` : '';
  const behalf = onBehalf && way === '' ? `（${words.onBehalf}）` : way;
  return {
    key: String(sequence),
    at: instantText(at),
    who: actorName,
    what: `${formatSlashDate(happenedOn)}　${upkeepCommandLabel(command)}${behalf} → ${upkeepStateLabel(to)}`,
    ...(reason === null ? {} : { reason }),
  };
}

export type UpkeepAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly texts: Readonly<Record<string, string>>;
};

/** Takes the step that staff record. */
export async function takeUpkeepForm({ ctx, params, request, href }: StaffCall, key: LinkKey) {
  requirePermission(ctx, 'upkeep.write');
  const form = await readForm(request);
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
  };
  const texts = { command: textOf('command'), happenedOn: textOf('happenedOn'), reason: textOf('reason') };
  const again = (name: string, message: string, status: number) =>
    data<UpkeepAnswer>({ errors: [name === '' ? { message } : { name, message }], texts }, { status });
  const command = upkeepCommands.find((known) => known === texts.command && known !== 'become-dormant');
  if (!command) return again('command', problemText(words.command, { kind: 'missing' }), 422);
  const day = texts.happenedOn === '' ? undefined : date().parse(texts.happenedOn);
  if (!day?.ok) return again('happenedOn', problemText(words.happenedOn, day?.refusal ?? { kind: 'missing' }), 422);
  const instructorId = params['id'] ?? '';
  const order = { instructorId, version: Number(textOf('version')), command, happenedOn: day.value };
  try {
    const moved = await moveRegistration(ctx, key, { ...order, reason: texts.reason });
    if (!moved.ok) return again(fieldOf(moved.refusal.kind), upkeepRefusalText(moved.refusal), 409);
  } catch (error) {
    if (error instanceof Conflict) return again('', words.conflict, 409);
    throw error;
  }
  throw redirect(href(`upkeep/${instructorId}`));
}

function fieldOf(kind: string): string {
  if (kind === 'in-the-future') return 'happenedOn';
  return kind === 'no-reason' ? 'reason' : 'command';
}
