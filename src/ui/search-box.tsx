import { useEffect, useRef } from 'react';
import { Form } from 'react-router';
import { Icon } from './icon.tsx';
import { uiText } from './text.ts';

export type SearchBoxProps = { readonly action: string; readonly name?: string; readonly value?: string | undefined };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Search over everything, in the header. The 「/」 key leads to it, unless something is being typed or composed. */
export function SearchBox({ action, name = 'q', value }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Form method="get" action={action} role="search" className="flex w-full max-w-md">
      <input
        ref={input}
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
