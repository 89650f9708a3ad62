import { renderToString } from 'react-dom/server';
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router';
import { deskContext, nonceContext, pageTextContext } from './server/desk.server.ts';

/**
 * Writes a page. Pages are documents: nothing is streamed late, and no script runs unless a route asks for it with
 * `handle.interactive` (root.tsx), so one rendering to text is the whole answer (`pageTextContext`).
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Response {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  const nonce = loadContext.get(nonceContext);
  const html = renderToString(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />);
  loadContext.set(pageTextContext, `<!DOCTYPE html>${html}`);
  return new Response(null, { status, headers });
}

/** What the sender asked wrongly, and a visitor who left, is no error of the program. Everything else is logged. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context
    .get(deskContext)
    .log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'page failed');
}
