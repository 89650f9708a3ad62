/** 証拠書類の形式. What a file may be; recognised by its content, never by its name. */
export type EvidenceFormat = 'pdf' | 'jpeg' | 'png';

const formats = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  png: { mediaType: 'image/png', extension: 'png' },
} as const satisfies Record<EvidenceFormat, { readonly mediaType: string; readonly extension: string }>;

/** Bytes of one file, and files of one case: above them a scan is too fine or the wrong files were chosen. */
export const evidenceLimits = { bytes: 10 * 1024 * 1024, filesOfCase: 30 } as const;

/** The type a file is sent with: its format's, whatever the browser claimed on upload. */
export function mediaTypeOf(format: EvidenceFormat): string {
  return formats[format].mediaType;
}

/** The ending that the name of a file gets. */
export function extensionOf(format: EvidenceFormat): string {
  return formats[format].extension;
}
