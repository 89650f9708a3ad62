import { Form } from 'react-router';
import { Icon } from './icon.tsx';
import { uiText } from './text.ts';

export type SearchBoxProps = { readonly action: string; readonly name?: string; readonly value?: string | undefined };

/** Search over everything, in the header. With JavaScript the 「/」 key leads to it (public/desk.js). */
export function SearchBox({ action, name = 'q', value }: SearchBoxProps) {
  return (
    <Form
      method="get"
      action={action}
      role="search"
      aria-label={uiText.searchEverything}
      className="flex w-full max-w-lg items-center gap-2 narrow:flex-wrap"
    >
      <label htmlFor="search-everything" className="shrink-0 text-dns-14N-130 text-solid-gray-700">
        {uiText.searchEverything}
      </label>
      <span className="flex min-w-0 grow">
        <input
          type="search"
          id="search-everything"
          name={name}
          defaultValue={value}
          aria-keyshortcuts="/"
          title={uiText.searchKey}
          className="h-11 min-w-0 grow rounded-l-8 border border-solid-gray-600 bg-white px-3 text-oln-16N-100 hover:border-black focus-visible:z-10"
        />
        <button className="flex h-11 shrink-0 items-center gap-1 rounded-r-8 border border-l-0 border-solid-gray-600 bg-white px-3 text-oln-16N-100 text-solid-gray-800 hover:bg-solid-gray-50 hover:underline focus-visible:z-10">
          <Icon name="search" />
          {uiText.search}
        </button>
      </span>
    </Form>
  );
}
