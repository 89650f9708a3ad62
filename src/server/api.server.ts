import { OpenAPIHono } from '@hono/zod-openapi';
import type { Desk } from './desk.server.ts';

/** Everything under `/api/v1` (contract.md §2). */
export function createApi(_desk: Desk): OpenAPIHono {
  return new OpenAPIHono();
}
