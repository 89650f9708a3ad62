import type { ReactNode } from 'react';
import { Links, Outlet, Scripts, useMatches } from 'react-router';
import { ErrorPage } from '#desk/web/error-page.tsx';
import type { Route } from './+types/root.ts';
import './ui/app.css';

export function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
        <script src="/desk.js" defer />
      </head>
      <body>
        {children}
        <InteractiveScripts />
      </body>
    </html>
  );
}

/** Pages are documents. A route that needs more says `handle.interactive` and gets hydrated. */
function InteractiveScripts() {
  const interactive = useMatches().some(
    (match) => (match.handle as { interactive?: boolean } | undefined)?.interactive,
  );
  return interactive ? <Scripts /> : null;
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
