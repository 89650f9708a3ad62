import { redirect, type LoaderFunctionArgs } from 'react-router';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { deskContext } from '#server/desk.server.ts';
import { requireSignedIn } from '#server/session.server.ts';

const FIRST_CORNER = '01';

/** The bare address leads to the person's corner and this 年度. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args);
  const year = fiscalYearOf(args.context.get(deskContext).clock.today());
  const start = actor.role === 'center' ? '/reports/status' : '';
  throw redirect(`/${actor.cornerCode ?? FIRST_CORNER}/${year}${start}`);
}
