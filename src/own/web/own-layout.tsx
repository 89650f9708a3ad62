import { Outlet, useLocation } from 'react-router';
import { getCornerContact } from '#desk/corner-queries.server.ts';
import { deskText } from '#desk/text.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { PublicFrame } from '#ui/public-frame.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { ownText as words } from '../text.ts';
import type { Route } from './+types/own-layout.ts';
import { ownPage } from '#server/own-page.server.ts';

export const loader = ownPage(async ({ ctx, demonstration }) => {
  const contact = await getCornerContact(ctx);
  const today = formatEraDate(ctx.today());
  return {
    contact,
    notice: demonstration ? words.notice(today) : undefined,
    printedOn: deskText.printedOn(contact.office, today),
  };
});

const pages = [
  { label: words.pages.home, href: '/my' },
  { label: words.pages.visits, href: '/my/visits' },
  { label: words.pages.courses, href: '/my/courses' },
  { label: words.pages.days, href: '/my/days' },
  { label: words.pages.feedback, href: '/my/feedback' },
  { label: words.pages.profile, href: '/my/profile' },
  { label: words.pages.device, href: '/my/device' },
] as const;

/** The frame of an instructor's own pages: large, a few places to go, and whom to call on every page (A11-20, A11-23). */
export default function OwnLayout({ loaderData: { contact, notice, printedOn } }: Route.ComponentProps) {
  const { pathname } = useLocation();
  const isCurrent = (href: string) => (href === '/my' ? pathname === href : pathname.startsWith(href));
  return (
    <PublicFrame
      homeHref="/my"
      corner={contact.office}
      contact={contact}
      large
      printedOn={printedOn}
      menu={<TabLinks label={words.menu} tabs={pages.map((page) => ({ ...page, current: isCurrent(page.href) }))} />}
    >
      {notice ? <p className="mb-4 text-dns-16N-130 print:hidden">{notice}</p> : null}
      <Outlet />
    </PublicFrame>
  );
}
