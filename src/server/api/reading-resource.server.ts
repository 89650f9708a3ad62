import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { Context } from '#platform/context.server.ts';
import type { Desk } from '../desk.server.ts';
import { openContext, type Api, type ApiCall } from './api-context.server.ts';
import { readingRoutes, type ReadingWords } from './reading-routes.ts';
import type { ApiPage, ListCall } from './record-resource.server.ts';

/** A collection that scripts read. Who may is decided in its use cases. */
export type ReadingResource = ReadingWords & {
  readonly list: (ctx: Context, call: ListCall) => Promise<ApiPage>;
  readonly read?: (ctx: Context, id: string) => Promise<object>;
};

/** Serves a collection: its list, and each record where it has one to show. */
export function addReadingResource(api: Api, desk: Desk, resource: ReadingResource): void {
  const routes = readingRoutes(resource);
  const settle = async (call: ApiCall, next: () => Promise<void>) => {
    await openContext(desk, call);
    await next();
  };
  api.use(resource.path, settle);
  api.openapi(routes.list, async (call) => {
    const ctx = await openContext(desk, call);
    const { limit, cursor, year } = call.req.valid('query');
    const where = { limit, cursor, year: year ?? fiscalYearOf(ctx.today()) };
    return call.json(await resource.list(ctx, { query: call.req.query(), ...where })) as never;
  });
  const { read } = resource;
  if (!routes.read || !read) return;
  api.use(`${resource.path}/:id`, settle);
  api.openapi(routes.read, async (call) => {
    const ctx = await openContext(desk, call);
    return call.json(await read(ctx, call.req.valid('param').id)) as never;
  });
}
