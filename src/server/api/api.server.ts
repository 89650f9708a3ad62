import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { recordDenial } from '#account/record-denial.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { Conflict, Forbidden, isUnstorable, NotFound } from '#platform/errors.server.ts';
import type { Desk } from '../desk.server.ts';
import { CornerMissing, Unauthenticated, type Api, type ApiCall, type ApiEnv } from './api-context.server.ts';
import { addMatchRuns } from './match-runs.server.ts';
import { problem } from './problem.server.ts';
import { addReadingResource } from './reading-resource.server.ts';
import { readingResources } from './reading-resources.server.ts';
import { addResource } from './record-resource.server.ts';
import { resources } from './resources.server.ts';
import { addStatusReport } from './status-report.server.ts';
import { apiText } from './text.ts';
import { BadParameter } from './query-values.ts';

/** Everything under `/api/v1` (contract.md §2): bearer tokens, RFC 9457 errors, an OpenAPI document of itself. */
export function createApi(desk: Desk): Api {
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, call) => {
      if (result.success) return undefined;
      return badParameter(
        call,
        result.error.issues.map(({ path }) => path.join('.')),
      );
    },
  });
  api.use((call, next) => {
    call.header('cache-control', 'no-store');
    return next();
  });
  api.onError((error, call) => answerError(desk, error, call));
  for (const resource of resources) addResource(api, desk, resource);
  for (const resource of readingResources) addReadingResource(api, desk, resource);
  addMatchRuns(api, desk);
  addStatusReport(api, desk);
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: apiText.title, version: '1', description: apiText.description },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
  });
  // A handler, because the application that this is mounted in has an answer of its own for what nobody handles.
  api.all('*', (call) => problem(call, { status: 404, ...apiText.notFound }));
  return api;
}

function answerError(desk: Desk, error: Error, call: ApiCall): Response | Promise<Response> {
  if (error instanceof Unauthenticated) return problem(call, { status: 401, ...apiText.tokenMissing });
  if (error instanceof CornerMissing) return problem(call, { status: 422, ...apiText.cornerMissing });
  if (error instanceof BadParameter) return badParameter(call, [error.parameter]);
  if (error instanceof Forbidden) return forbidden(call, error);
  if (error instanceof NotFound) return problem(call, { status: 404, ...apiText.notFound });
  if (error instanceof Conflict) return problem(call, { status: 412, ...apiText.conflict });
  if (error instanceof IdempotencyKeyReused) return problem(call, { status: 422, ...apiText.keyReused });
  if (isUnstorable(error)) return problem(call, { status: 422, ...apiText.unstorable });
  if (error instanceof SyntaxError || (error instanceof HTTPException && error.status === 400)) {
    return problem(call, { status: 400, ...apiText.notJson });
  }
  if (error instanceof HTTPException && error.status === 415) return problem(call, { status: 415, ...apiText.notJson });
  desk.log.error({ err: error, method: call.req.method, path: call.req.path }, 'API failed');
  return problem(call, { status: 500, ...apiText.failed });
}

async function forbidden(call: ApiCall, error: Forbidden): Promise<Response> {
  const ctx = call.get('ctx');
  if (ctx) await recordDenial(ctx, error.permission);
  return problem(call, { status: 403, ...apiText.forbidden });
}

function badParameter(call: ApiCall, names: readonly string[]): Response {
  const errors = names.map((name) => ({ pointer: `/${name}`, detail: apiText.badParameter(name) }));
  return problem(call, { status: 422, ...apiText.invalid, errors });
}
