import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Breadcrumb, type BreadcrumbItem } from './breadcrumb.tsx';
import { type ContactDetails, FrameFooter } from './frame-footer.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { PrintFooter } from './print-footer.tsx';
import { SearchBox, type SearchBoxProps } from './search-box.tsx';
import { mainId, SkipLink } from './skip-link.tsx';
import { FoldedNavigation, type NavigationGroup, SideNavigation } from './staff-navigation.tsx';
import { uiText } from './text.ts';

/** Something chosen once for every page: the corner, the 年度. One choice is shown as words, several as a menu. */
export type FrameChoice = { readonly kind: string; readonly label: string; readonly items: readonly MenuItem[] };

export type StaffFrameProps = {
  readonly homeHref: string;
  readonly corner: FrameChoice;
  readonly fiscalYear: FrameChoice;
  /** Left out for those who may look into no record. */
  readonly search?: SearchBoxProps | undefined;
  /** What waits for the person; `count` in words where it is not counted to the end. Left out for readers. */
  readonly workList?: { readonly href: string; readonly count: number; readonly label?: string } | undefined;
  readonly user: {
    readonly name: string;
    readonly role: string;
    /** The time of signing in before, so that a stranger's is noticed (SEC-10). */
    readonly previousSignIn?: string | undefined;
    readonly items: readonly MenuItem[];
    readonly signOutAction: string;
  };
  readonly groups: readonly NavigationGroup[];
  readonly breadcrumb: readonly BreadcrumbItem[];
  readonly contact: ContactDetails;
  /** One line above every page, such as that this is not the real office. */
  readonly notice?: string | undefined;
  /** Foot of printed pages: office and day of printing. */
  readonly printedOn: string;
  readonly children: ReactNode;
};

function Choice({ choice }: { readonly choice: FrameChoice }) {
  if (choice.items.length > 1) return <Menu kind={choice.kind} label={choice.label} items={choice.items} />;
  return (
    <span className="px-2 text-dns-16N-130">
      <span className="sr-only">{choice.kind}：</span>
      {choice.label}
    </span>
  );
}

function UserMenu({ user }: { readonly user: StaffFrameProps['user'] }) {
  return (
    <Menu kind={uiText.user} label={user.name} items={user.items} align="end">
      <p className="px-4 py-2 text-dns-14N-130 text-solid-gray-700">
        {user.role}
        {user.previousSignIn === undefined ? null : (
          <span className="mt-1 block">
            {uiText.previousSignIn}：{user.previousSignIn}
          </span>
        )}
      </p>
      <Form method="post" action={user.signOutAction} className="border-t border-solid-gray-200">
        <button className="flex min-h-11 w-full items-center px-4 text-left text-dns-16N-130 hover:bg-solid-gray-50 hover:underline">
          {uiText.signOut}
        </button>
      </Form>
    </Menu>
  );
}

function WorkListLink({ href, count, label }: NonNullable<StaffFrameProps['workList']>) {
  return (
    <a
      href={href}
      className="flex min-h-11 items-center gap-1.5 rounded-8 px-2 text-dns-16N-130 whitespace-nowrap text-solid-gray-800 no-underline visited:text-solid-gray-800 hover:bg-solid-gray-50 hover:underline"
    >
      {uiText.workList}
      <span
        className={`min-w-6 rounded-full px-1.5 py-0.5 text-center text-dns-14B-130 ${count > 0 ? 'bg-key-900 text-white' : 'bg-solid-gray-100 text-solid-gray-700'}`}
      >
        {label ?? count}
        <span className="sr-only">件</span>
      </span>
    </a>
  );
}

function HeaderBar(frame: StaffFrameProps) {
  return (
    <header className="border-b border-solid-gray-420 print:hidden">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 py-1.5">
        <a
          href={frame.homeHref}
          className="mr-2 flex min-h-11 items-center text-std-20B-150 text-solid-gray-900 no-underline visited:text-solid-gray-900 hover:underline"
        >
          {uiText.product}
        </a>
        <Choice choice={frame.corner} />
        <Choice choice={frame.fiscalYear} />
        <div className="flex grow basis-60 justify-center px-2 narrow:order-last narrow:px-0">
          {frame.search ? <SearchBox {...frame.search} /> : null}
        </div>
        {frame.workList ? <WorkListLink {...frame.workList} /> : null}
        <UserMenu user={frame.user} />
      </div>
      {frame.notice === undefined ? null : (
        <p className="border-t border-solid-gray-420 bg-key-50 px-4 py-1 text-dns-14N-130 text-solid-gray-800">
          {frame.notice}
        </p>
      )}
    </header>
  );
}

/** The frame of every staff page (design.md §7). The page gives one `PageHeader` and its content as children. */
export function StaffFrame(frame: StaffFrameProps) {
  return (
    <div data-frame="staff" className="flex min-h-screen flex-col print:block print:min-h-0">
      <SkipLink />
      <HeaderBar {...frame} />
      <FoldedNavigation groups={frame.groups} />
      <div className="flex grow print:block">
        <SideNavigation groups={frame.groups} />
        <div className="flex min-w-0 grow flex-col px-4 desktop:px-6 print:block print:p-0">
          <Breadcrumb items={frame.breadcrumb} />
          <main id={mainId} tabIndex={-1} className="grow pb-12">
            {frame.children}
          </main>
          <FrameFooter contact={frame.contact} />
        </div>
      </div>
      <PrintFooter>{frame.printedOn}</PrintFooter>
    </div>
  );
}
