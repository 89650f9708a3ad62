import { createHash, createHmac } from 'node:crypto';

/** The secret of the running desk, from which the links of letters follow. */
export type LinkKey = string;

/**
 * The token of a letter's link. Nobody can guess it without the desk's own secret, and the desk can print the letter
 * again without keeping the token: 256 bits that follow from the enquiry, behind the corner it belongs to.
 */
export function tokenOfEnquiry(key: LinkKey, corner: string, enquiryId: string): string {
  const bits = createHmac('sha256', key).update(`intent ${corner} ${enquiryId}`).digest('base64url');
  return `${corner}.${bits}`;
}

/** The corner of a token; nothing when it has not the shape of one. */
export function cornerOfToken(token: string): string | undefined {
  const [, corner] = /^(0[1-9]|[1-3]\d|4[0-7])\.[\w-]{43}$/u.exec(token) ?? [];
  return corner;
}

/** What the database keeps of a token: whoever reads the table can open no link. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
