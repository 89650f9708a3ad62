import { accept, refuse, type Result } from '#kernel/result.ts';

/** 役割 that a corner gives to its own people; the others are given by the operator from the command line. */
export const cornerRoles = ['chief', 'officer', 'clerk', 'coordinator', 'auditor'] as const;
export type CornerRole = (typeof cornerRoles)[number];

export function isCornerRole(text: string): text is CornerRole {
  return cornerRoles.some((role) => role === text);
}

/** What decides whether an account may be changed. */
export type AccountFacts = { readonly id: string; readonly role: string; readonly disabled: boolean };

/** 利用者の変更. */
export type AccountChange =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'disable' }
  | { readonly kind: 'enable' }
  | { readonly kind: 'reset-second-factor' }
  | { readonly kind: 'reset-password' };

export type AccountChangeRefusal =
  | { readonly kind: 'own-account' }
  | { readonly kind: 'unknown-role'; readonly role: string }
  | { readonly kind: 'nothing-to-change' };

/**
 * Whether someone may change an account: never one's own, so that nobody raises their own rights or locks the corner's
 * last chief out (SEC-09: recovery is a second person's act), and only to the roles of a corner.
 */
export function decideAccountChange(
  account: AccountFacts,
  change: AccountChange,
  actorId: string,
): Result<AccountChange, AccountChangeRefusal> {
  if (account.id === actorId) return refuse({ kind: 'own-account' });
  switch (change.kind) {
    case 'role':
      if (!isCornerRole(change.role)) return refuse({ kind: 'unknown-role', role: change.role });
      return change.role === account.role ? refuse({ kind: 'nothing-to-change' }) : accept(change);
    case 'disable':
      return account.disabled ? refuse({ kind: 'nothing-to-change' }) : accept(change);
    case 'enable':
      return account.disabled ? accept(change) : refuse({ kind: 'nothing-to-change' });
    case 'reset-second-factor':
    case 'reset-password':
      return accept(change);
  }
}
