import { z } from '@hono/zod-openapi';

const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    status: z.number().int(),
    title: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem');

/** What every address of the API answers when it cannot do what it was asked (RFC 9457). */
export const problemAnswer = {
  description: '断った理由と直し方（RFC 9457）',
  content: { 'application/problem+json': { schema: problemSchema } },
};
