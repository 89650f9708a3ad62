import { accept } from '#kernel/result.ts';
import { lookup } from '#record/domain/choice-codecs.ts';
import { businessNumber } from '#record/domain/code-codecs.ts';
import type { Codec } from '#record/domain/field.ts';
import { listOf } from '#record/domain/list-codecs.ts';
import { findTrade, suggestTrade } from '#reference/domain/trade.ts';

/** The stored code of a 職種, read by name, alias or code and written by its name. */
export function tradeCode(): Codec<string> {
  return lookup({
    find: (text) => findTrade(text)?.code,
    format: (code) => findTrade(code)?.name ?? code,
    suggest: (text) => suggestTrade(text)?.name,
  });
}

/**
 * The number of another record. A suggestion of the form is the number and the name, 「O-001 髙﨑精機」: what follows the
 * first blank is left out.
 */
export function recordNumber(): Codec<string> {
  const number = businessNumber();
  return { ...number, parse: (typed) => number.parse(typed.trim().split(/\s/u)[0] ?? '') };
}

/** Several numbers of other records, separated by `;`, in the order of the paper. */
export function recordNumbers({ limit }: { readonly limit: number }): Codec<readonly string[]> {
  return listOf(recordNumber(), { limit });
}

/** A stored value that reads back what it writes whatever it is; for codecs whose text is another unit. */
export function converted<Outer, Inner>(
  codec: Codec<Outer>,
  { toInner, toOuter }: { readonly toInner: (value: Outer) => Inner; readonly toOuter: (value: Inner) => Outer },
): Codec<Inner> {
  return {
    ...codec,
    format: (value) => codec.format(toOuter(value)),
    parse: (typed) => {
      const read = codec.parse(typed);
      return read.ok ? accept(toInner(read.value)) : read;
    },
  };
}
