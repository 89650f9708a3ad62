import { createRoute, z } from '@hono/zod-openapi';
import { runStates } from '#assignment-plan/domain/assignment-run.ts';
import { matchRunRow, matchRunSchema } from './match-run-schema.ts';
import { problemAnswer } from './problem-schema.ts';

const PATH = '/match-runs';
const LONGEST_SECONDS = 3600;

const tags = ['年間の割当の計算'];
const corner = z.string().optional().openapi({ description: '都道府県コード。合言葉の持ち主のコーナーなら省けます' });
const identity = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) });
const key = z.object({
  'idempotency-key': z.string().max(200).optional().openapi({ description: '同じ鍵には7日間、最初の答えを返します' }),
});

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

const startBody = z
  .object({
    year: z.number().int().min(2000).max(2100).openapi({ description: '年度の始まる西暦' }),
    planId: z.uuid().optional().openapi({ description: '割当案。省くと年度の基本案（なければ作る）' }),
    replan: z.boolean().optional().openapi({ description: 'true なら、前の提案をなるべく変えずに計算し直す' }),
    timeLimitSeconds: z.number().int().min(1).max(LONGEST_SECONDS).optional(),
    seed: z.number().int().min(0).max(2_147_483_647).optional(),
    from: day.optional().openapi({ description: '割り当てる最初の日。省くと案の条件' }),
    to: day.optional().openapi({ description: '割り当てる最後の日。省くと案の条件' }),
  })
  .openapi('MatchRunNew');

const adoptionBody = z
  .object({
    as: z.enum(['visit', 'offer']).openapi({ description: 'visit は予定を作る、offer は打診を送る' }),
    answerBy: day.optional().openapi({ description: '打診の返事の期限。offer では必ず付ける' }),
    requests: z.array(z.string()).max(500).optional().openapi({ description: '要請番号。省くと提案のすべて' }),
  })
  .openapi('MatchAdoption');

const adopted = z
  .object({
    adopted: z.array(z.object({ request: z.string(), visits: z.number().int(), offers: z.number().int() })),
    refused: z.array(z.object({ request: z.string(), detail: z.string() })),
  })
  .openapi('MatchAdopted');

const page = z
  .object({
    items: z.array(matchRunRow),
    nextCursor: z.string().nullable().openapi({ description: '続きを読むときの cursor。終わりなら null' }),
  })
  .openapi('MatchRunPage');

const listQuery = z.object({
  state: z
    .string()
    .optional()
    .openapi({ description: `状態（${runStates.map(({ code }) => code).join(', ')}）` }),
  plan: z.string().optional().openapi({ description: '割当案の id' }),
  corner,
  year: z.coerce.number().int().min(2000).max(2100).optional().openapi({ description: '年度の始まる西暦' }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(1000).optional(),
});

/** The addresses of the calculations: start, list, read, cancel, adopt. */
export const matchRunRoutes = {
  list: createRoute({
    method: 'get',
    path: PATH,
    tags,
    summary: '計算の一覧',
    request: { query: listQuery },
    responses: { 200: { description: '1ページ分の計算と続きの cursor', ...json(page) }, default: problemAnswer },
  }),
  read: createRoute({
    method: 'get',
    path: `${PATH}/{id}`,
    tags,
    summary: '計算を、提案と割り当てられない要請ごと読む',
    request: { params: identity, query: z.object({ corner }) },
    responses: { 200: { description: '計算', ...json(matchRunSchema) }, default: problemAnswer },
  }),
  start: createRoute({
    method: 'post',
    path: PATH,
    tags,
    summary: '計算を始める',
    request: { query: z.object({ corner }), headers: key, body: { ...json(startBody), required: true } },
    responses: { 202: { description: '始めた計算。終わるまで読み直す', ...json(matchRunRow) }, default: problemAnswer },
  }),
  cancel: createRoute({
    method: 'post',
    path: `${PATH}/{id}/cancel`,
    tags,
    summary: '計算を止める。そこまでのいちばんよい提案は残る',
    request: { params: identity, query: z.object({ corner }) },
    responses: { 200: { description: '計算。終わっていれば、そのまま', ...json(matchRunRow) }, default: problemAnswer },
  }),
  adopt: createRoute({
    method: 'post',
    path: `${PATH}/{id}/adoption`,
    tags,
    summary: '提案を採用する。要請ごとに、いまの条件で確かめ直す',
    request: {
      params: identity,
      query: z.object({ corner }),
      headers: key,
      body: { ...json(adoptionBody), required: true },
    },
    responses: { 200: { description: '採用した要請と、できなかった要請', ...json(adopted) }, default: problemAnswer },
  }),
};
