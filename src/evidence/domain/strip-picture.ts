import type { EvidenceFormat } from './evidence-file.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';

/**
 * 撮影情報の除去. A picture without what a camera or a program wrote beside it: where and when it was taken, with which
 * device and by whom, captions, comments and small previews. Every dot, its colours and the way it is turned stay; nothing
 * is compressed again. What says nothing needed for showing is taken away, known or not. A PDF stays as it is. [SEC-13]
 */
export function stripPicture(bytes: Uint8Array, format: EvidenceFormat): Uint8Array {
  if (format === 'jpeg') return stripJpeg(bytes);
  return format === 'png' ? stripPng(bytes) : bytes;
}
