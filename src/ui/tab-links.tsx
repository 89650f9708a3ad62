export type TabLink = {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
  /** Number of rows behind the tab. */
  readonly count?: number | undefined;
};

/** The parts of a record, each with its own address. */
export function TabLinks({ label, tabs }: { readonly label: string; readonly tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="border-b border-solid-gray-420 print:hidden">
      <ul className="flex flex-wrap gap-x-1">
        {tabs.map(({ label: tab, href, current, count }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className={`flex min-h-11 items-center border-b-4 px-4 no-underline hover:underline ${current ? 'border-key-900 text-oln-16B-100 text-key-900 visited:text-key-900' : 'border-transparent forced-colors:border-[Canvas] text-oln-16N-100 text-solid-gray-800 visited:text-solid-gray-800 hover:border-solid-gray-420'}`}
            >
              {tab}
              {count === undefined ? null : <span className="text-oln-14N-100">（{count}）</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
