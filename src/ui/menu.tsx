import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type MenuItem = { readonly label: string; readonly href: string; readonly current?: boolean };

export type MenuProps = {
  /** What is chosen now, or whose menu it is. */
  readonly label: ReactNode;
  /** Said before the label: 「年度：」. */
  readonly kind: string;
  readonly items: readonly MenuItem[];
  /** Below the links, such as the sign-out form. */
  readonly children?: ReactNode;
  readonly align?: 'start' | 'end';
};

/** A short menu of links in the header, built on `<details>`; one is open at a time. */
export function Menu({ label, kind, items, children, align = 'start' }: MenuProps) {
  return (
    <details name="header-menu" className="group/menu relative">
      <summary className="flex min-h-11 items-center gap-1 rounded-8 px-2 text-dns-16N-130 hover:bg-solid-gray-50 hover:underline">
        <span className="sr-only">{kind}：</span>
        {label}
        <span className="group-open/menu:rotate-180">
          <Icon name="down" />
        </span>
      </summary>
      <div
        data-focus="inset"
        className={`absolute top-full z-20 mt-1 max-h-96 w-max max-w-80 min-w-48 overflow-y-auto rounded-8 border border-solid-gray-420 bg-white py-2 shadow-1 ${align === 'end' ? 'right-0 narrow:right-auto narrow:left-0' : 'left-0 narrow:max-w-48'}`}
      >
        <ul>
          {items.map(({ label: item, href, current }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={current ? 'true' : undefined}
                className={`flex min-h-11 items-center px-4 no-underline hover:bg-solid-gray-50 hover:underline ${current ? 'bg-key-50 text-dns-16B-130 text-key-1000 visited:text-key-1000' : 'text-dns-16N-130 text-solid-gray-800 visited:text-solid-gray-800'}`}
              >
                {item}
              </a>
            </li>
          ))}
        </ul>
        {children}
      </div>
    </details>
  );
}
