const shapes = {
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2V7Zm0 4h2v6h-2v-6Z',
  success: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.5 14.6-4.2-4.2 1.4-1.4 2.8 2.8 5.8-5.8 1.4 1.4-7.2 7.2Z',
  warning: 'M12 2 1 21h22L12 2Zm-1 7h2v6h-2V9Zm0 7.5h2v2h-2v-2Z',
  error: 'M8 2 2 8v8l6 6h8l6-6V8l-6-6H8Zm3 5h2v6h-2V7Zm0 8h2v2h-2v-2Z',
  check: 'm10 17.5-5.3-5.3 1.4-1.4 3.9 3.9 7.9-7.9 1.4 1.4L10 17.5Z',
  close: 'm12 10.6 5.3-5.3 1.4 1.4-5.3 5.3 5.3 5.3-1.4 1.4-5.3-5.3-5.3 5.3-1.4-1.4 5.3-5.3-5.3-5.3 1.4-1.4 5.3 5.3Z',
  search:
    'M10.5 3a7.5 7.5 0 1 0 4.6 13.4l4.2 4.3 1.4-1.4-4.3-4.2A7.5 7.5 0 0 0 10.5 3Zm0 2a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z',
  menu: 'M3 6h18v2H3V6Zm0 5h18v2H3v-2Zm0 5h18v2H3v-2Z',
  down: 'm12 15.4-6.7-6.7 1.4-1.4 5.3 5.3 5.3-5.3 1.4 1.4-6.7 6.7Z',
  left: 'M15.3 18.7 8.6 12l6.7-6.7 1.4 1.4-5.3 5.3 5.3 5.3-1.4 1.4Z',
  right: 'M8.7 18.7 7.3 17.3l5.3-5.3-5.3-5.3 1.4-1.4 6.7 6.7-6.7 6.7Z',
  ascending: 'M11 20V7.8l-4.6 4.6L5 11l7-7 7 7-1.4 1.4L13 7.8V20h-2Z',
  descending: 'M13 4v12.2l4.6-4.6L19 13l-7 7-7-7 1.4-1.4 4.6 4.6V4h2Z',
  unsorted:
    'M8 4 3.5 8.5l1.4 1.4L7 7.8V17h2V7.8l2.1 2.1 1.4-1.4L8 4Zm7 3v9.2l-2.1-2.1-1.4 1.4L16 20l4.5-4.5-1.4-1.4-2.1 2.1V7h-2Z',
} as const;

export type IconName = keyof typeof shapes;

/** A picture beside a word, never instead of one: it is hidden from screen readers. */
export function Icon({ name, large = false }: { readonly name: IconName; readonly large?: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={`shrink-0 fill-current ${large ? 'size-7' : 'size-5'}`}>
      <path d={shapes[name]} />
    </svg>
  );
}
