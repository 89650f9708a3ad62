import { createRoute, z } from '@hono/zod-openapi';
import { LARGEST_PAGE, PAGE_SIZE } from '#record/paging.server.ts';
import type { AnyField } from '#record/domain/field.ts';
import { problemAnswer } from './problem-schema.ts';
import { newRecordSchema, recordSchema } from './record-schema.ts';

export type RouteWords = {
  readonly path: string;
  readonly title: string;
  readonly schemaName: string;
  readonly fields: readonly AnyField[];
  /** The filters of the list: parameter → what it selects. */
  readonly filters: Readonly<Record<string, string>>;
};

const corner = z.string().optional().openapi({ description: '都道府県コード。合言葉の持ち主のコーナーなら省けます' });
const year = z.coerce.number().int().min(2000).max(2100).optional().openapi({ description: '年度の始まる西暦' });
const place = z.object({ corner, year });
const identity = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) });

/** One page of a list: what the list on the screen shows of each record, told apart by `id`. */
const page = z
  .object({
    items: z.array(
      z.looseObject({
        id: z.uuid(),
        number: z.string().optional().openapi({ description: '番号。番号を持たない記録（アンケートの回答）にはない' }),
      }),
    ),
    nextCursor: z.string().nullable().openapi({ description: '続きを読むときの cursor。終わりなら null' }),
  })
  .openapi('Page');

/** The five addresses of a collection, as the OpenAPI document describes them. */
export function recordRoutes({ path, title, schemaName, fields, filters }: RouteWords) {
  const input = recordSchema(fields, `${schemaName}Input`);
  const stored = input.extend({ id: z.uuid(), version: z.number().int() }).openapi(schemaName);
  const tags = [title];
  const body = { content: { 'application/json': { schema: input } }, required: true };
  const created = newRecordSchema(fields, `${schemaName}New`);
  const firstBody = { content: { 'application/json': { schema: created } }, required: true };
  const answer = (description: string) => ({ description, content: { 'application/json': { schema: stored } } });
  const single = `${path}/{id}`;
  return {
    list: createRoute({
      method: 'get',
      path,
      tags,
      summary: `${title}の一覧`,
      request: { query: listQuery(filters) },
      responses: {
        200: { description: '1ページ分の記録と続きの cursor', content: { 'application/json': { schema: page } } },
        default: problemAnswer,
      },
    }),
    read: createRoute({
      method: 'get',
      path: single,
      tags,
      summary: `${title}を1件読む`,
      request: { params: identity },
      responses: { 200: answer('記録'), default: problemAnswer },
    }),
    create: createRoute({
      method: 'post',
      path,
      tags,
      summary: `${title}を登録する`,
      request: { query: place, body: firstBody },
      responses: { 201: answer('登録した記録'), default: problemAnswer },
    }),
    change: createRoute({
      method: 'put',
      path: single,
      tags,
      summary: `${title}を変更する`,
      request: { params: identity, query: place, body },
      responses: { 200: answer('変更した記録'), default: problemAnswer },
    }),
    remove: createRoute({
      method: 'delete',
      path: single,
      tags,
      summary: `${title}を削除する`,
      request: { params: identity, query: z.object({ corner, reason: z.string().optional() }) },
      responses: { 204: { description: '削除した' }, default: problemAnswer },
    }),
  };
}

function listQuery(filters: RouteWords['filters']) {
  const named = Object.entries(filters).map(
    ([name, description]) => [name, z.string().optional().openapi({ description })] as const,
  );
  return z.object({
    ...Object.fromEntries(named),
    corner,
    year,
    limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(PAGE_SIZE),
    cursor: z.string().max(1000).optional(),
  });
}
