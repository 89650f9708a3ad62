import { createRoute, z } from '@hono/zod-openapi';
import { LARGEST_PAGE, PAGE_SIZE } from '#record/paging.server.ts';
import { problemAnswer } from './problem-schema.ts';

export type ReadingWords = {
  readonly path: string;
  readonly title: string;
  readonly schemaName: string;
  /** The filters of the list: parameter → what it selects. */
  readonly filters: Readonly<Record<string, string>>;
  /** One line of the list. */
  readonly row: z.ZodType;
  /** A whole record; left out where the collection has only its list. */
  readonly detail?: z.ZodType;
};

const corner = z.string().optional().openapi({ description: '都道府県コード。合言葉の持ち主のコーナーなら省けます' });

const place = {
  corner,
  year: z.coerce.number().int().min(2000).max(2100).optional().openapi({ description: '年度の始まる西暦' }),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(PAGE_SIZE),
  cursor: z.string().max(1000).optional(),
};

/** The addresses of a collection that is changed by its own procedures and only read by scripts. */
export function readingRoutes({ path, title, schemaName, filters, row, detail }: ReadingWords) {
  const named = Object.entries(filters).map(
    ([name, description]) => [name, z.string().optional().openapi({ description })] as const,
  );
  const page = z
    .object({
      items: z.array(row),
      nextCursor: z.string().nullable().openapi({ description: '続きを読むときの cursor。終わりなら null' }),
    })
    .openapi(`${schemaName}Page`);
  const answer = (description: string, schema: z.ZodType) => ({
    200: { description, content: { 'application/json': { schema } } },
    default: problemAnswer,
  });
  return {
    list: createRoute({
      method: 'get',
      path,
      tags: [title],
      summary: `${title}の一覧`,
      request: { query: z.object({ ...Object.fromEntries(named), ...place }) },
      responses: answer('1ページ分の記録と続きの cursor', page),
    }),
    read:
      detail &&
      createRoute({
        method: 'get',
        path: `${path}/{id}`,
        tags: [title],
        summary: `${title}を1件読む`,
        request: {
          params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) }),
          query: z.object({ corner }),
        },
        responses: answer('記録', detail),
      }),
  };
}
