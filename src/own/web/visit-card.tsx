import { ButtonLink } from '#ui/button.tsx';
import { ownText as words } from '../text.ts';
import type { ShownVisit } from './show-visit.ts';

/** One visit in a list: when, where, and how it stands, with one thing to press. */
export function VisitCard({ visit }: { readonly visit: ShownVisit }) {
  const { day, time, host, place, state, isOpen, href } = visit;
  return (
    <li className="rounded-12 border border-solid-gray-420 p-4">
      <p className="text-std-18B-160">
        {day}
        {time ? <span className="block">{time}</span> : null}
      </p>
      <p>{host}</p>
      {place ? <p className="text-dns-16N-130">{place}</p> : null}
      <p className="my-2 text-std-16B-170">{state}</p>
      <ButtonLink
        href={href}
        variant={isOpen ? 'solid' : 'outline'}
        aria-label={`${day}　${isOpen ? words.lookAndAnswer : words.look}`}
      >
        {isOpen ? words.lookAndAnswer : words.look}
      </ButtonLink>
    </li>
  );
}
