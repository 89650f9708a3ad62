import { isRouteErrorResponse, Outlet } from 'react-router';
import { deskText } from '#desk/text.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ownText as words } from '../text.ts';
import type { Route } from './+types/own-boundary.ts';

type Status = keyof typeof deskText.errors;

/** Stands between the frame and its pages: where a page cannot be shown, the menu and the telephone stay in sight. */
export default function OwnBoundary() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const status = isRouteErrorResponse(error) && error.status in deskText.errors ? (error.status as Status) : 500;
  const { title, lead } = deskText.errors[status];
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <ButtonLink href="/my">{words.home}</ButtonLink>
    </>
  );
}
