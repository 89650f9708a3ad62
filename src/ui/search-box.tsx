import { Form } from 'react-router';
import { Icon } from './icon.tsx';
import { uiText } from './text.ts';

export type SearchBoxProps = { readonly action: string; readonly name?: string; readonly value?: string | undefined };

/** Search over everything, in the header. With JavaScript the 「/」 key leads to it (public/desk.js). */
export function SearchBox({ action, name = 'q', value }: SearchBoxProps) {
  return (
    <Form method="get" action={action} role="search" className="flex w-full max-w-md">
      <input
        type="search"
        name={name}
        defaultValue={value}
        aria-label={uiText.searchEverything}
        aria-keyshortcuts="/"
        title={uiText.searchKey}
        className="h-11 min-w-0 grow rounded-l-8 border border-solid-gray-600 bg-white px-3 text-oln-16N-100 hover:border-black focus-visible:z-10"
      />
      <button className="flex h-11 shrink-0 items-center gap-1 rounded-r-8 border border-l-0 border-solid-gray-600 bg-white px-3 text-oln-16N-100 text-solid-gray-800 hover:bg-solid-gray-50 hover:underline focus-visible:z-10">
        <Icon name="search" />
        {uiText.search}
      </button>
    </Form>
  );
}
