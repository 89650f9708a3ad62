import { useOutletContext } from 'react-router';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { findHelpText } from './text.ts';

type EmptyListProps = {
  /** Nothing of the kind, or nothing that fits the conditions. */
  readonly title: string;
  /** How the list is filled, or how more is found. */
  readonly lead: string;
  /** The list without its conditions; left out where none is on. */
  readonly clearHref?: string | undefined;
  /** The form of a new record, for those who may fill it in. */
  readonly add?: { readonly label: string; readonly href: string | undefined };
};

type FrameContext = { readonly contact?: { readonly office: string; readonly telephone: string } } | undefined;

/** A list without rows: why, how it is filled, and whom to call when the thing must be there (SEA-12). */
export function EmptyList({ title, lead, clearHref, add }: EmptyListProps) {
  const contact = useOutletContext<FrameContext>()?.contact;
  return (
    <EmptyState
      title={title}
      actions={
        clearHref === undefined && add?.href === undefined ? undefined : (
          <>
            {clearHref === undefined ? null : <ButtonLink href={clearHref}>{findHelpText.clear}</ButtonLink>}
            {add?.href === undefined ? null : <ButtonLink href={add.href}>{add.label}</ButtonLink>}
          </>
        )
      }
    >
      <p>{lead}</p>
      {contact && clearHref !== undefined ? <p>{findHelpText.call(contact)}</p> : null}
    </EmptyState>
  );
}
