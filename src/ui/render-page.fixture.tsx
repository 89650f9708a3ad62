import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createRoutesStub } from 'react-router';

/** For tests: the HTML that the server sends for a piece of a page, with the router its links and forms need. */
export function renderPage(content: ReactNode, address = '/'): string {
  const Page = createRoutesStub([{ path: '*', Component: () => content }]);
  return renderToStaticMarkup(<Page initialEntries={[address]} />);
}
