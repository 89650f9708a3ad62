import { isRouteErrorResponse } from 'react-router';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { deskText as words } from '../text.ts';

type Status = keyof typeof words.errors;

/** What a reader sees instead of a page: what happened, and what to do next. Nothing of the program's inside. */
export function ErrorMessage({ error }: { readonly error: unknown }) {
  const status = isRouteErrorResponse(error) && error.status in words.errors ? (error.status as Status) : 500;
  const { title, lead } = words.errors[status];
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <ButtonLink href="/">{words.home}</ButtonLink>
    </>
  );
}

/** The same where there is no frame of a corner around it. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  return (
    <PublicFrame homeHref="/">
      <ErrorMessage error={error} />
    </PublicFrame>
  );
}
