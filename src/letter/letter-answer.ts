import { contentDisposition } from '#platform/tabular/file-name.ts';

/** A letter as a download: never opened in the page of the desk, never kept on the way. */
export function answerLetter({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': contentDisposition(name),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
