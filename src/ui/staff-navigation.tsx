import { Icon } from './icon.tsx';
import { uiText } from './text.ts';

export type NavigationItem = { readonly label: string; readonly href: string; readonly current?: boolean };
export type NavigationGroup = { readonly heading: string; readonly items: readonly NavigationItem[] };

function Groups({ groups }: { readonly groups: readonly NavigationGroup[] }) {
  return groups.map(({ heading, items }) => (
    <div key={heading} className="mb-2">
      <p className="px-4 pt-2 pb-1 text-dns-14B-130 text-solid-gray-700">{heading}</p>
      <ul aria-label={heading}>
        {items.map(({ label, href, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className={`flex min-h-11 items-center border-l-4 px-3 py-1 no-underline hover:underline ${current ? 'border-key-900 bg-key-50 text-dns-16B-130 text-key-1000 visited:text-key-1000' : 'border-transparent forced-colors:border-[Canvas] text-dns-16N-130 text-solid-gray-800 visited:text-solid-gray-800 hover:bg-solid-gray-50'}`}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** The navigation at the left of a wide screen. */
export function SideNavigation({ groups }: { readonly groups: readonly NavigationGroup[] }) {
  return (
    <div className="hidden w-60 shrink-0 border-r border-solid-gray-200 wide:block print:hidden">
      <nav
        aria-label={uiText.mainNavigation}
        data-focus="inset"
        className="sticky top-0 max-h-screen overflow-y-auto py-2"
      >
        <Groups groups={groups} />
      </nav>
    </div>
  );
}

/** The same below 64rem, folded into the header. */
export function FoldedNavigation({ groups }: { readonly groups: readonly NavigationGroup[] }) {
  return (
    <details className="group/nav border-b border-solid-gray-200 wide:hidden print:hidden">
      <summary className="flex min-h-11 items-center gap-2 px-4 hover:underline">
        <Icon name="menu" />
        {uiText.menu}
      </summary>
      <nav
        aria-label={uiText.mainNavigation}
        className="columns-2xs border-t border-solid-gray-200 py-2 *:break-inside-avoid"
      >
        <Groups groups={groups} />
      </nav>
    </details>
  );
}
