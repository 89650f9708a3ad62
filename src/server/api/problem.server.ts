import type { ApiCall } from './api-context.server.ts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** One field at fault: where it is in the body (RFC 6901), and what to do. */
export type FieldError = { readonly pointer: string; readonly detail: string };

type Problem = {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
};

/**
 * An error answer as RFC 9457 says, in Japanese (contract.md §2). It is typed as no answer, because the routes describe
 * what they answer when all is well.
 */
export function problem(call: ApiCall, { status, title, detail, errors }: Problem): never {
  const body = { type: 'about:blank', status, title, detail, ...(errors && { errors }) };
  const headers = { 'content-type': 'application/problem+json; charset=utf-8' };
  return call.body(JSON.stringify(body), status, headers) as never;
}
