import { requirePermission } from '#platform/context.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { outreachKinds } from '../domain/outreach-kind.ts';
import { kindHints, outreachText as words } from '../text.ts';
import type { Route } from './+types/outreach-choose.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('outreach') },
    { label: words.create },
  ],
};

export const loader = staffPage(({ ctx, href }) => {
  requirePermission(ctx, 'visit.write');
  return Promise.resolve({
    kinds: outreachKinds.map(({ code, label }) => ({
      code,
      label,
      hint: kindHints[code],
      href: href(`outreach/new/${code}`),
    })),
  });
});

export default function OutreachChoose({ loaderData: { kinds } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.create} lead={words.chooseLead} />
      <ul className="grid max-w-3xl gap-1">
        {kinds.map(({ code, label, hint, href }) => (
          <li key={code} className="border-t border-solid-gray-420 py-2">
            <a href={href} className="inline-flex min-h-11 items-center text-std-18B-160">
              {label}
            </a>
            <p>{hint}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
