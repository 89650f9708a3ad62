import { foldSearchText } from '#kernel/japanese-text.ts';

const LEGAL_FORMS = /株式会社|有限会社|合同会社|合資会社|合名会社|\((?:株|有|同|資|名)\)/gu;

/**
 * Whether an instructor works for the host: the employer as written equals or contains the host's name, without the legal
 * form (株式会社, ㈱) and with width, kana, old kanji and blanks folded.
 */
export function isOwnEmployer(employer: string | null, hostName: string): boolean {
  return worksFor(employer === null ? null : coreName(employer), coreName(hostName));
}

/** The same of names that were reduced to their core before, for those who compare many. */
export function worksFor(employerCore: string | null, hostCore: string): boolean {
  return employerCore !== null && hostCore !== '' && employerCore.includes(hostCore);
}

/** A name without its legal form, folded. Folding first: it writes ㈱ as (株) and 會社 as 会社. */
export function coreName(name: string): string {
  return foldSearchText(name).replaceAll(LEGAL_FORMS, '');
}
