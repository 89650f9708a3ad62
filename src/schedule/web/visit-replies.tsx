import { instantText } from '#platform/instant-text.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { replyStateLabel } from '../domain/visit-reply.ts';
import { visitText as words } from '../text.ts';
import type { ShownReply } from '../visit-reply-queries.server.ts';

/** An answer in the words of the page. */
export function showReply({ instructorId, name, state, reason, answeredAt, enteredBy }: ShownReply) {
  const by = enteredBy === null ? '' : `（${words.replyEnteredBy(enteredBy)}）`;
  return {
    id: instructorId,
    name,
    state,
    label: replyStateLabel(state),
    lead: words.replyLead[state],
    reason: reason ?? '',
    answered: answeredAt === null ? '' : `${words.replyAt(instantText(answeredAt))}${by}`,
  };
}

type VisitRepliesProps = {
  readonly replies: readonly ReturnType<typeof showReply>[];
  readonly replyHref: string | undefined;
};

const tones = { unanswered: 'neutral', outdated: 'attention', accepted: 'done', declined: 'attention' } as const;

/** What the instructors of a planned visit answered, and what to do about it. */
export function VisitReplies({ replies, replyHref }: VisitRepliesProps) {
  if (replies.length === 0) return null;
  return (
    <section className="mb-6 max-w-3xl">
      <h2 className="text-std-18B-160">{words.replies}</h2>
      <ul>
        {replies.map(({ id, name, state, label, lead, reason, answered }) => (
          <li key={id} className="py-1">
            {name} <ChipLabel tone={tones[state]}>{label}</ChipLabel>{' '}
            {reason ? `${words.declineReason}：${reason}` : ''}
            <span className="block text-dns-14N-130">{[lead, answered].filter(Boolean).join(' ')}</span>
          </li>
        ))}
      </ul>
      {replyHref ? (
        <div className="mt-2 print:hidden">
          <ButtonLink href={replyHref}>{words.enterReply}</ButtonLink>
        </div>
      ) : null}
    </section>
  );
}
