import { createHmac } from 'node:crypto';
import { hashOfToken } from '#survey/ticket-secret.server.ts';

/** The secret of the running desk, from which the links of the forms follow. */
export type LinkKey = string;

type Linked = {
  readonly corner: string;
  readonly recipientId: string;
  /** Raised when a new link takes the place of the old. */ readonly round: number;
};

/**
 * The token of a recipient's link: 256 bits that follow from the recipient and the round, behind the corner. Without the
 * desk's own secret nobody can guess it; with it, the form can be printed again though only the hash is kept.
 */
export function tokenOfRecipient(key: LinkKey, { corner, recipientId, round }: Linked): string {
  return `${corner}.${createHmac('sha256', key).update(`demand ${corner} ${recipientId} ${round}`).digest('base64url')}`;
}

/** What the database keeps of that token. */
export function linkHashOf(key: LinkKey, linked: Linked): string {
  return hashOfToken(tokenOfRecipient(key, linked));
}
