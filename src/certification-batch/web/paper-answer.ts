import { contentDisposition } from '#platform/tabular/file-name.ts';
import type { PaperFile } from '../export-papers.server.ts';

/** A paper as a download. */
export function answerPaper({ name, mediaType, bytes }: PaperFile): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': contentDisposition(name),
      'cache-control': 'no-store',
    },
  });
}
