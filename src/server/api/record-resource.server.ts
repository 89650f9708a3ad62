import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { permissionArea } from '#record/domain/record-kind.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { AnyRecordUseCases } from '#record/record-use-cases.server.ts';
import type { Desk } from '../desk.server.ts';
import { openContext, type Api, type ApiCall } from './api-context.server.ts';
import { problem } from './problem.server.ts';
import { invalid, readBody, readVersion, refused } from './record-body.server.ts';
import { recordRoutes, type RouteWords } from './record-routes.ts';
import { toJson } from './record-schema.ts';
import { apiText } from './text.ts';

export type ListCall = {
  readonly query: Readonly<Record<string, string>>;
  readonly year: number;
  readonly limit: number;
  readonly cursor: string | undefined;
};

export type ApiPage = { readonly items: readonly object[]; readonly nextCursor: string | null };

type AddedRecords = Omit<AnyRecordUseCases, 'update' | 'remove'>;

/** One collection of the API: its words, what may be done with it, and how it is listed. */
export type Resource = Omit<RouteWords, 'fields'> & {
  /** Answers of outsiders are read and added, and by nobody changed or removed. */
  readonly records: AddedRecords | AnyRecordUseCases;
  readonly list: (ctx: Context, call: ListCall) => Promise<ApiPage>;
};

/** Serves a collection: list, read, create, change and delete. */
export function addResource(api: Api, desk: Desk, resource: Resource): void {
  const routes = recordRoutes({ ...resource, fields: resource.records.shape.fields });
  guard(api, desk, resource);
  addReading(api, desk, { resource, routes });
  addWriting(api, desk, { resource, routes });
}

const writes: Readonly<Record<string, 'write' | 'delete'>> = { POST: 'write', PUT: 'write', DELETE: 'delete' };

/** Who asks, and whether they may write, is settled before anything they sent is looked at. */
function guard(api: Api, desk: Desk, { path, records }: Resource): void {
  const settle = async (call: ApiCall, next: () => Promise<void>) => {
    const ctx = await openContext(desk, call);
    const act = writes[call.req.method];
    if (act) requirePermission(ctx, `${permissionArea(records.shape.name)}.${act}`);
    await next();
  };
  api.use(path, settle);
  api.use(`${path}/:id`, settle);
}

type Served = { readonly resource: Resource; readonly routes: ReturnType<typeof recordRoutes> };

function addReading(api: Api, desk: Desk, { resource, routes }: Served): void {
  api.openapi(routes.list, async (call) => {
    const ctx = await openContext(desk, call);
    const { limit, cursor, year } = call.req.valid('query');
    const place = { limit, cursor, year: year ?? fiscalYearOf(ctx.today()) };
    return call.json(await resource.list(ctx, { query: call.req.query(), ...place })) as never;
  });
  api.openapi(routes.read, async (call) => {
    const ctx = await openContext(desk, call);
    return answerRecord(call, ctx, { records: resource.records, id: call.req.valid('param').id, status: 200 });
  });
}

function addWriting(api: Api, desk: Desk, { resource: { records }, routes }: Served): void {
  api.openapi(routes.create, async (call) => {
    const ctx = await openContext(desk, call);
    const body = await readBody(call, records);
    if (!body.ok) return invalid(call, body.refusal);
    const fiscalYear = call.req.valid('query').year ?? fiscalYearOf(ctx.today());
    const key = call.req.header('idempotency-key');
    const saved = await records.create(ctx, { input: body.value, key, fiscalYear });
    return saved.ok
      ? answerRecord(call, ctx, { records, id: saved.value.id, status: 201 })
      : refused(call, records, saved.refusal);
  });
  if ('update' in records) addChanging(api, desk, { records, routes });
}

type Changed = Pick<Served, 'routes'> & { readonly records: AnyRecordUseCases };

function addChanging(api: Api, desk: Desk, { records, routes }: Changed): void {
  api.openapi(routes.change, async (call) => {
    const ctx = await openContext(desk, call);
    const version = readVersion(call);
    if (version === undefined) return problem(call, { status: 428, ...apiText.versionMissing });
    const body = await readBody(call, records);
    if (!body.ok) return invalid(call, body.refusal);
    const { id } = call.req.valid('param');
    const fiscalYear = call.req.valid('query').year ?? fiscalYearOf(ctx.today());
    const saved = await records.update(ctx, { id, version, input: body.value, fiscalYear });
    return saved.ok ? answerRecord(call, ctx, { records, id, status: 200 }) : refused(call, records, saved.refusal);
  });
  api.openapi(routes.remove, async (call) => {
    const ctx = await openContext(desk, call);
    const version = readVersion(call);
    if (version === undefined) return problem(call, { status: 428, ...apiText.versionMissing });
    const reason = call.req.valid('query').reason?.trim();
    if (!reason) return problem(call, { status: 422, ...apiText.reasonMissing });
    const removed = await records.remove(ctx, { id: call.req.valid('param').id, version, reason });
    return removed.ok ? call.body(null, 204) : refused(call, records, removed.refusal);
  });
}

type Answer = {
  readonly records: Pick<AnyRecordUseCases, 'get' | 'shape'>;
  readonly id: string;
  readonly status: 200 | 201;
};

async function answerRecord(call: ApiCall, ctx: Context, { records, id, status }: Answer) {
  const record = await records.get(ctx, id);
  call.header('etag', `"${record.version}"`);
  return call.json(
    { id: record.id, version: record.version, ...toJson(records.shape.fields, record.input) },
    status,
  ) as never;
}
