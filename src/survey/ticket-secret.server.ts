import { createHash, createHmac } from 'node:crypto';

/** The secret of the running desk, from which the links on sheets follow. */
export type LinkKey = string;

/**
 * The token of a ticket: 256 bits that follow from the ticket, behind the corner it belongs to. Without the desk's own
 * secret nobody can guess it; with it, the sheets that are still unused can be printed again.
 */
export function tokenOfTicket(key: LinkKey, corner: string, ticketId: string): string {
  return `${corner}.${createHmac('sha256', key).update(`survey ${corner} ${ticketId}`).digest('base64url')}`;
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
