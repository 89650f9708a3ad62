import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** The secret of a feed: 256 bits behind the corner that it belongs to. It is shown once and never kept. */
export function makeFeedToken(corner: string): string {
  return `${corner}.${randomBytes(TOKEN_BYTES).toString('base64url')}`;
}

/** The corner of a token; nothing when it has not the shape of one. */
export function cornerOfFeedToken(token: string): string | undefined {
  return /^(0[1-9]|[1-3]\d|4[0-7])\.[\w-]{43}$/u.exec(token)?.[1];
}

/** What the database keeps of a token. */
export function hashOfFeedToken(token: string): string {
  return createHash('sha256').update(`feed ${token}`).digest('hex');
}
