import type { Result } from '#kernel/result.ts';
import type { Context } from '#platform/context.server.ts';
import type { LetterOrder } from './issue-letter.server.ts';
import type { LetterForm } from './letter-form.ts';

/** What a paper of one record says: to whom it goes, filled from the record and what belongs to it. */
export type RecordLetterContent = {
  /** The record as its page calls it. */
  readonly label: string;
  readonly subject: string;
  readonly entity: { readonly kind: string; readonly id: string };
  /** The number of the record: the register names a paper by it that bears no number of the corner. */
  readonly number: string;
  /** More than one where several people get the same. */
  readonly letters: readonly LetterOrder[];
  /** Why it may be looked at but not go out yet. */
  readonly notYet?: string;
};

/**
 * 記録の文書. A paper that is made from one record: its form, and where its words come from. The context reads in the
 * transaction in which the paper is issued; a record that is not ready for it is refused with a sentence.
 */
export type RecordLetter = {
  readonly form: LetterForm;
  /** No copy of it lies in the register: it is a blank sheet, or has names that are kept with their record alone. */
  readonly isKept?: false;
  readonly load: (
    ctx: Context,
    address: { readonly id: string; readonly fiscalYear: number },
  ) => Promise<Result<RecordLetterContent, string>>;
};
