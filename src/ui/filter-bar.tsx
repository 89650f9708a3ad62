import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button } from './button.tsx';
import { Disclosure } from './disclosure.tsx';
import { Icon } from './icon.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { uiText } from './text.ts';

export type ActiveFilter = {
  /** The condition in words: 「市区町村：下関市」. */
  readonly label: string;
  /** The same list without it. */
  readonly removeHref: string;
};

export type FilterBarProps = {
  readonly action?: string | undefined;
  /** The fields used daily, in one line. Leave `required` out of them. */
  readonly children: ReactNode;
  /** Further fields, folded away. */
  readonly more?: ReactNode;
  readonly moreOpen?: boolean;
  /** Parameters that stay, such as the sort order. */
  readonly keep?: Readonly<Record<string, string>>;
  readonly active?: readonly ActiveFilter[];
  readonly clearHref?: string | undefined;
};

function ActiveFilters({
  active,
  clearHref,
}: {
  readonly active: readonly ActiveFilter[];
  readonly clearHref: string | undefined;
}) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 text-dns-14N-130">
      <span id="active-filters">{uiText.activeFilters}</span>
      <ul aria-labelledby="active-filters" className="flex flex-wrap gap-x-2">
        {active.map(({ label, removeHref }) => (
          <li key={label}>
            <a
              href={removeHref}
              className="group/chip flex min-h-11 items-center text-solid-gray-800 no-underline visited:text-solid-gray-800"
            >
              <span className="flex items-center gap-1 rounded-full border border-solid-gray-600 bg-white py-1 pr-2 pl-3 group-hover/chip:bg-solid-gray-50 group-hover/chip:underline">
                {label}
                <span className="sr-only">を{uiText.remove}</span>
                <Icon name="close" />
              </span>
            </a>
          </li>
        ))}
      </ul>
      {clearHref === undefined ? null : (
        <a href={clearHref} className="flex min-h-11 items-center print:hidden">
          {uiText.clearFilters}
        </a>
      )}
    </div>
  );
}

/** Conditions of a list as a GET form, so that every selection has an address; below it, what is on. */
export function FilterBar(props: FilterBarProps) {
  const { action, children, more, moreOpen, keep = {}, active = [], clearHref } = props;
  return (
    <search aria-label={uiText.filter} className="mb-4 block">
      <Form
        method="get"
        {...(action === undefined ? {} : { action })}
        data-density="compact"
        className="rounded-8 bg-solid-gray-50 px-4 py-3 print:hidden"
      >
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex flex-wrap items-end gap-x-4 gap-y-2 *:w-full desktop:*:w-auto">
          {children}
          <div>
            <Button>{uiText.applyFilter}</Button>
          </div>
          {more ? (
            <div className="has-[[open]]:basis-full">
              <Disclosure summary={uiText.moreFilters} open={moreOpen ?? false}>
                <div className="flex flex-wrap items-end gap-x-3 gap-y-2">{more}</div>
              </Disclosure>
            </div>
          ) : null}
        </div>
      </Form>
      {active.length > 0 ? <ActiveFilters active={active} clearHref={clearHref} /> : null}
      <SavedFilters canSave={active.length > 0} />
    </search>
  );
}
