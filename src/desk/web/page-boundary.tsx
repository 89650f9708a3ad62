import { Outlet, useOutletContext } from 'react-router';
import type { Route } from './+types/page-boundary.ts';
import { ErrorMessage } from './error-page.tsx';

/** Stands between the frame and its pages: where a page cannot be shown, the way to every other page stays in sight. */
export default function PageBoundary() {
  return <Outlet context={useOutletContext()} />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorMessage error={error} />;
}
