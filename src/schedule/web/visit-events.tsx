import { Form } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { instantText } from '#platform/instant-text.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { unknownReason, visitReasonLabel, visitReasons, type VisitSlot } from '../domain/visit-event.ts';
import { visitText as words } from '../text.ts';
import type { RecordedVisitEvent } from '../visit-event-queries.server.ts';

/** A move or a calling off in the words of the page. */
export function showVisitEvent({ version, reasonCode, reason, from, to, happenedAt, actorName }: RecordedVisitEvent) {
  return {
    version,
    isUnnamed: reasonCode === unknownReason.code,
    what: to === null ? words.calledOff(slotText(from)) : words.movedTo(slotText(from), slotText(to)),
    why: [visitReasonLabel(reasonCode), reason].filter(Boolean).join('：'),
    who: `${instantText(happenedAt)} ${actorName}`,
  };
}

function slotText({ visitOn, startsAt, endsAt }: VisitSlot): string {
  const hours = startsAt === null && endsAt === null ? '' : ` ${startsAt ?? ''}〜${endsAt ?? ''}`;
  return `${formatSlashDate(visitOn)}${hours}`;
}

type VisitEventsProps = {
  readonly events: readonly ReturnType<typeof showVisitEvent>[];
  readonly mayName: boolean;
  readonly error: string | undefined;
};

/** When and why a visit was moved or called off. */
export function VisitEvents({ events, mayName, error }: VisitEventsProps) {
  if (events.length === 0) return null;
  return (
    <section className="mb-6 max-w-3xl">
      <h2 className="text-std-18B-160">{words.events}</h2>
      <ul>
        {events.map(({ version, isUnnamed, what, why, who }) => (
          <li key={who + what} className="py-1">
            {what}
            <span className="block">{why}</span>
            <span className="block text-dns-14N-130">{who}</span>
            {mayName && isUnnamed ? <NameReason version={version} error={error} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const reasonOptions = visitReasons.map(({ code, label }) => ({ value: code, label }));

/** The 区分 that a file did not bring. */
function NameReason({ version, error }: { readonly version: number; readonly error: string | undefined }) {
  return (
    <Form
      method="post"
      noValidate
      data-density="compact"
      data-once
      className="mt-2 flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden"
    >
      <input type="hidden" name="intent" value="reason" />
      <input type="hidden" name="event" value={version} />
      <SelectField
        name="reasonCode"
        id={`reason-${version}`}
        label={words.reasonCode}
        required
        options={reasonOptions}
        error={error}
      />
      <Button>{words.nameReason}</Button>
    </Form>
  );
}
