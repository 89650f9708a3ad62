import { deskText } from '#desk/text.ts';

const sentences: Readonly<Record<number, { readonly title: string; readonly lead: string }>> = deskText.errors;

/**
 * What is said in place of a file that is not handed out. No page is written at the address of a file, so that the
 * refusal would come as the bare data it was thrown with (FRM-32). Pages say it themselves.
 */
export function findFileRefusal({ status, headers }: Response): string | undefined {
  if (status < 400 || headers.get('content-type')?.startsWith('text/html')) return undefined;
  const { title, lead } = sentences[status] ?? deskText.errors[500];
  return `${title}。${lead}`;
}
