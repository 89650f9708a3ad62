const NOWHERE = 'http://desk.invalid';

/**
 * The address to go on to after sign-in, if it is a page of this desk; otherwise the front page. Browsers read `//host`,
 * `/\host` and addresses with line breaks as other sites: whatever does not stay below our own origin is dropped.
 */
export function ownPath(text: string | null | undefined): string {
  if (!text || !/^\/(?![/\\])[^\\\u0000-\u001F\u007F]*$/u.test(text)) return '/';
  if (!URL.canParse(text, NOWHERE)) return '/';
  const { origin, pathname, search } = new URL(text, NOWHERE);
  if (origin !== NOWHERE || pathname.startsWith('//') || /^\/sign-(in|out)(\/|$)/u.test(pathname)) return '/';
  return pathname + search;
}
