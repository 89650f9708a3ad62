import { redirect, type LoaderFunctionArgs } from 'react-router';
import { DEMONSTRATION_CORNER } from '#demonstration/domain/build-organizations.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { deskContext } from '#server/desk.server.ts';
import { requireSignedIn } from '#server/session.server.ts';

const FIRST_CORNER = '01';

/** The bare address leads to the person's corner and this 年度. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(args);
  const { clock, demonstration } = args.context.get(deskContext);
  const year = fiscalYearOf(clock.today());
  const first = demonstration ? DEMONSTRATION_CORNER : FIRST_CORNER;
  const start = actor.role === 'center' ? '/center/certifications' : '';
  throw redirect(`/${actor.cornerCode ?? first}/${year}${start}`);
}
