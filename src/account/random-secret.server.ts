import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike on paper: 0 O o, 1 l I. */
const legible = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const GROUPS = 4;
const GROUP_LENGTH = 5;

/** A password that someone reads out or copies from paper: four groups of five, 116 bits. */
export function makeTemporaryPassword(): string {
  return Array.from({ length: GROUPS }, () => letters(GROUP_LENGTH)).join('-');
}

/** Ten codes that each sign in once without the authenticator app. */
export function makeBackupCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => `${letters(GROUP_LENGTH)}-${letters(GROUP_LENGTH)}`);
}

function letters(length: number): string {
  return Array.from({ length }, () => legible.charAt(randomInt(legible.length))).join('');
}
