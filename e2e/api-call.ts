import { describedAnswer, readerOf, type OpenApiDocument } from './answer-schema.ts';
import { expect, type Answer, type HttpDesk, type Sending } from './http-desk.ts';

export const japanese = /[\u3040-\u30FF\u4E00-\u9FFF]/u;

export type Problem = {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
};

let described: Promise<OpenApiDocument> | undefined;

/** What the desk says of its API; asked for once. */
export function openApiOf(desk: HttpDesk): Promise<OpenApiDocument> {
  described ??= desk.send('/api/v1/openapi.json').then((answer) => jsonOf(answer) as OpenApiDocument);
  return described;
}

export function jsonOf({ text }: Answer): unknown {
  return JSON.parse(text) as unknown;
}

/** Asks the API as an officer, and reads the answer as the OpenAPI document describes it. */
export async function ask(desk: HttpDesk, address: string, sending: Sending = {}): Promise<Answer> {
  const document = await openApiOf(desk);
  const answer = await desk.send(`/api/v1${address}`, { token: desk.tokens.officer, ...sending });
  const method = (sending.method ?? (sending.json === undefined ? 'get' : 'post')).toLowerCase();
  const path = address
    .replace(/\?.*$/u, '')
    .replace(/^\/corners\/[^/]+\/years\/[^/]+/u, '/corners/{corner}/years/{year}')
    .replace(/^(\/(?!corners)[\w-]+)\/[^/]+((?:\/[\w-]+)?)$/u, '$1/{id}$2');
  const documented = describedAnswer(document, { path, method, status: answer.status });
  if (documented) {
    const [mediaType, { schema }] = documented;
    expect(answer.headers.get('content-type')).toContain(mediaType);
    expect(readerOf(document, schema).safeParse(jsonOf(answer)).error, `${method} ${address}`).toBeUndefined();
  }
  return answer;
}

/** An error answer as RFC 9457 has it, in Japanese. */
export function problemOf(answer: Answer, status: number): Problem {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  const problem = jsonOf(answer) as Problem;
  expect(problem).toMatchObject({ type: 'about:blank', status });
  for (const text of [problem.title, problem.detail, ...(problem.errors ?? []).map(({ detail }) => detail)])
    expect(text).toMatch(japanese);
  return problem;
}
