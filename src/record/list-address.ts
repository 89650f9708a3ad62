/** Builds addresses of a list from the conditions that are on: every selection can be shared and bookmarked (SEA-13). */
export function listAddress(
  url: { readonly pathname: string; readonly search: string },
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const parameters = new URLSearchParams(url.search);
  for (const [name, value] of Object.entries({ cursor: undefined, ...changes })) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  const query = parameters.toString();
  return query ? `${url.pathname}?${query}` : url.pathname;
}

/** 「1,234件」, or 「10,000件以上」 where the list counts no further. */
export function countText({ count, more }: { readonly count: number; readonly more: boolean }): string {
  return `${count.toLocaleString('ja-JP')}件${more ? '以上' : ''}`;
}
