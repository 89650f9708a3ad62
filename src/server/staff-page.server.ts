import { data, type LoaderFunctionArgs } from 'react-router';
import { createContext, type Context } from '#platform/context.server.ts';
import type { CornerCode } from '#platform/db/database.server.ts';
import { deskContext } from './desk.server.ts';
import { answerFailures } from './expected-failures.server.ts';
import { requireSignedIn } from './session.server.ts';

/** What a staff page gets: the use cases' context, and where in the desk the person is. */
export type StaffCall = {
  readonly ctx: Context;
  /** The same person in another corner: the Center reads corner by corner, and permissions hold in each. */
  readonly inCorner: (corner: CornerCode) => Context;
  /** The 年度 that the frame is set to. */
  readonly year: number;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly request: Request;
  readonly demonstration: boolean;
  /** An address below this corner and 年度: `href('visits')`. */
  readonly href: (path: string) => string;
};

/**
 * A loader or action of a staff page: signed in, bound to the corner of the address, and with the expected
 * failures answered by their status. Whether the person may do it is decided in the use case.
 */
export function staffPage<Answer>(handle: (call: StaffCall) => Promise<Answer>) {
  return async (args: LoaderFunctionArgs): Promise<Answer> => {
    const call = await openStaffCall(args);
    return answerFailures(call.ctx, () => handle(call));
  };
}

async function openStaffCall(args: LoaderFunctionArgs): Promise<StaffCall> {
  const { actor } = await requireSignedIn(args);
  const { params, request, context } = args;
  const { database, clock, log, demonstration } = context.get(deskContext);
  const corner = params['corner'] ?? '';
  const year = Number(params['year']);
  if (!/^(0[1-9]|[1-3]\d|4[0-7])$/u.test(corner) || !/^20\d\d$/u.test(params['year'] ?? '')) {
    throw data(null, { status: 404 });
  }
  const inCorner = (other: CornerCode) => createContext({ database, corner: other, actor, clock, log });
  return {
    ctx: inCorner(corner),
    inCorner,
    year,
    params,
    url: new URL(request.url),
    request,
    demonstration,
    href: (path) => `/${corner}/${year}${path === '' ? '' : `/${path}`}`,
  };
}
