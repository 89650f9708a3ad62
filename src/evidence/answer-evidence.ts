import { contentDisposition } from '#platform/tabular/file-name.ts';
import type { EvidenceDownload } from './evidence-files.server.ts';

/**
 * A file that somebody uploaded, to be saved and never shown inside the desk: of the type that its content has, not to be
 * guessed otherwise, and without any right should a browser open it all the same.
 */
export function answerEvidence({ fileName, mediaType, bytes }: EvidenceDownload): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'content-disposition': contentDisposition(fileName),
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
