import { accept } from '#kernel/result.ts';
import { choice } from '#record/domain/choice-codecs.ts';
import type { Codec } from '#record/domain/field.ts';

/** A question with two answers in words of its own: 該当する・該当しない. Unanswered is null. */
export function answer({ yes, no }: { readonly yes: string; readonly no: string }): Codec<boolean> {
  const words = choice([
    { code: 'yes', label: yes },
    { code: 'no', label: no },
  ]);
  return {
    ...words,
    format: (value) => words.format(value ? 'yes' : 'no'),
    parse(typed) {
      const read = words.parse(typed);
      return read.ok ? accept(read.value === 'yes') : read;
    },
  };
}
