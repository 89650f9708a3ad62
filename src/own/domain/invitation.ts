/** 本人用の画面の案内, as its state follows from it. Instants are milliseconds since 1970. */
export type InvitationFacts = {
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
  readonly expiresAt: number;
};

/** 案内の状態: still to be used, used on a device, taken back, or too old. */
export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

/** What became of a letter. One that was used or taken back stays so, however old it is. */
export function invitationState({ usedAt, revokedAt, expiresAt }: InvitationFacts, now: number): InvitationState {
  if (usedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  return now < expiresAt ? 'open' : 'expired';
}
