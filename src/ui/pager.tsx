import { ButtonLink } from './button.tsx';
import { Icon } from './icon.tsx';
import { uiText } from './text.ts';

export type PagerProps = {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  /** Where in the whole, as far as known: 「51〜100件目（全1,234件）」. */
  readonly position?: string | undefined;
};

/** Back and forth through a list read in pieces (keyset): no page numbers, so no page that shifts while reading. */
export function Pager({ previousHref, nextHref, position }: PagerProps) {
  if (previousHref === undefined && nextHref === undefined && position === undefined) return null;
  return (
    <nav aria-label={uiText.pages} className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
      {previousHref === undefined ? null : (
        <ButtonLink href={previousHref} rel="prev">
          <Icon name="left" />
          {uiText.previous}
        </ButtonLink>
      )}
      {nextHref === undefined ? null : (
        <ButtonLink href={nextHref} rel="next">
          {uiText.next}
          <Icon name="right" />
        </ButtonLink>
      )}
      {position === undefined ? null : <span className="text-dns-16N-130">{position}</span>}
    </nav>
  );
}
