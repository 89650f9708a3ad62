import { randomBytes } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { createApi } from './api/api.server.ts';
import { addressContext, deskContext, nonceContext, pageTextContext, type Desk } from './desk.server.ts';
import { findClientAddress } from './client-address.ts';
import { findFileRefusal } from './file-refusal.ts';
import { findPageRefusal } from './page-request.ts';
import { plainHeaders, securityHeaders } from './security-headers.ts';
import { createTurnstile } from './turnstile.ts';

type AppOptions = { readonly desk: Desk; readonly build: ServerBuild; readonly clientFolder: string };

/** Largest request: one import file (50 MB) and the form around it. */
const LARGEST_BODY = 52 * 1024 * 1024;

const tooLarge = '送信された内容が大きすぎます（上限50MB）。ファイルを分けて送信してください。';

/** So much of an upload that is refused is still taken in and thrown away. */
const MOST_DISCARDED = 10 * LARGEST_BODY;

/**
 * Browsers show an answer only when their upload went through, and an error of the connection otherwise: the rest of a
 * form is read to its end first. Programs that use the API read the answer while they send.
 */
async function refuseLargeBody(c: Context): Promise<Response> {
  if (!c.req.path.startsWith('/api/')) await discard(c.req.raw.body);
  return c.text(tooLarge, 413);
}

async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  let left = MOST_DISCARDED;
  for await (const chunk of body ?? []) {
    left -= chunk.byteLength;
    if (left < 0) return;
  }
}

/** What people without an account send is answered by turns, so that a flood of it leaves the desk to staff (SEC-08). */
const publicTurns = { atOnce: 2, waiting: 1000 };
const publicForms = /^\/(?:apply|demand|surveys|replies)\//u;

const tooBusy =
  'ただいま混み合っています。保存していません。前の画面に戻り、1分ほど待ってから、もう一度送ってください。';

/** The request with its body read to the end: whoever sends slowly keeps nobody's turn. */
async function readWhole(request: Request): Promise<Request> {
  const { method, headers, url } = request;
  return new Request(url, { method, headers, body: await request.arrayBuffer() });
}

/** The web application: health, the API, the built files, and the pages. */
export function createApp({ desk, build, clientFolder }: AppOptions): Hono {
  const app = new Hono();
  app.use((c, next) => {
    for (const [name, value] of plainHeaders) c.header(name, value);
    return next();
  });
  app.get('/healthz', async (c) => {
    try {
      await desk.database.ping();
      return c.json({ status: 'ok' });
    } catch (error) {
      desk.log.error({ err: error }, 'database does not answer');
      return c.json({ status: 'unavailable' }, 503);
    }
  });
  app.use(
    '/assets/*',
    serveStatic({
      root: clientFolder,
      onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.use('/desk.js', serveStatic({ root: clientFolder }));
  app.use('/favicon.svg', serveStatic({ root: clientFolder }));
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: refuseLargeBody }));
  app.route('/api/v1', createApi(desk));
  // Its own comparison of origins does not know of a proxy; what comes to it was compared before.
  const allowedActionOrigins = desk.publicOrigin ? [new URL(desk.publicOrigin).host] : [];
  const handlePage = createRequestHandler({ ...build, allowedActionOrigins }, 'production');
  const takeTurn = createTurnstile(publicTurns);
  app.all('*', async (c) => {
    const refusal = findPageRefusal(c.req.raw, desk.publicOrigin);
    if (refusal) return c.text(refusal.text, refusal.status, refusal.headers);
    const nonce = randomBytes(16).toString('base64');
    const context = new RouterContextProvider();
    context.set(deskContext, desk);
    context.set(nonceContext, nonce);
    const connection = getConnInfo(c).remote.address ?? '';
    context.set(addressContext, findClientAddress(connection, c.req.header('x-forwarded-for'), desk.proxies));
    const isPublicForm = c.req.method === 'POST' && publicForms.test(c.req.path);
    const request = isPublicForm ? await readWhole(c.req.raw) : c.req.raw;
    const answer = () => handlePage(request, context);
    const response = await (isPublicForm ? takeTurn(answer) : answer());
    if (!response) return c.text(tooBusy, 503, { 'retry-after': '60' });
    const refusedFile = findFileRefusal(response);
    if (refusedFile) response.headers.set('content-type', 'text/plain; charset=utf-8');
    const ownPolicy = response.headers.get('content-security-policy');
    for (const [name, value] of securityHeaders(nonce)) response.headers.set(name, value);
    // A file that somebody uploaded is allowed less than a page is.
    if (ownPolicy) response.headers.set('content-security-policy', ownPolicy);
    const text = refusedFile ?? context.get(pageTextContext);
    return text === ''
      ? response
      : new Response(Buffer.from(text), { status: response.status, headers: response.headers });
  });
  return app;
}
