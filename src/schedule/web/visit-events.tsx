import { formatSlashDate } from '#kernel/japanese-era.ts';
import { instantText } from '#platform/instant-text.ts';
import { visitReasonLabel, type VisitSlot } from '../domain/visit-event.ts';
import { visitText as words } from '../text.ts';
import type { RecordedVisitEvent } from '../visit-event-queries.server.ts';

/** A move or a calling off in the words of the page. */
export function showVisitEvent({ reasonCode, reason, from, to, happenedAt, actorName }: RecordedVisitEvent) {
  return {
    what: to === null ? words.calledOff(slotText(from)) : words.movedTo(slotText(from), slotText(to)),
    why: [visitReasonLabel(reasonCode), reason].filter(Boolean).join('：'),
    who: `${instantText(happenedAt)} ${actorName}`,
  };
}

function slotText({ visitOn, startsAt, endsAt }: VisitSlot): string {
  const hours = startsAt === null && endsAt === null ? '' : ` ${startsAt ?? ''}〜${endsAt ?? ''}`;
  return `${formatSlashDate(visitOn)}${hours}`;
}

type VisitEventsProps = { readonly events: readonly ReturnType<typeof showVisitEvent>[] };

/** When and why a visit was moved or called off. */
export function VisitEvents({ events }: VisitEventsProps) {
  if (events.length === 0) return null;
  return (
    <section className="mb-6 max-w-3xl">
      <h2 className="text-std-18B-160">{words.events}</h2>
      <ul>
        {events.map(({ what, why, who }) => (
          <li key={who + what} className="py-1">
            {what}
            <span className="block">{why}</span>
            <span className="block text-dns-14N-130">{who}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
