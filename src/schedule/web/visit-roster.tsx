import { ButtonLink } from '#ui/button.tsx';
import type { RosterCount } from '../domain/roster.ts';
import { rosterCountText, rosterText as words } from '../roster-text.ts';

type VisitRosterProps = {
  readonly count: RosterCount;
  /** Nothing for those who may not see the people. */
  readonly href: string | undefined;
};

/** How the people of a visit are counted, and the way to the roster. */
export function VisitRoster({ count, href }: VisitRosterProps) {
  const isUsed = count.listed > 0;
  return (
    <section className="mb-6 max-w-3xl">
      <h2 className="text-std-18B-160">{words.title}</h2>
      <p>{isUsed ? rosterCountText(count) : words.byNumber}</p>
      {href ? (
        <p className="mt-2">
          <ButtonLink href={href}>{isUsed ? words.open : words.make}</ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
