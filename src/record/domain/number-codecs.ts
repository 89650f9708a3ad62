import { foldNumeric } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Codec, Problem } from './field.ts';

type Range = { readonly min: number; readonly max: number };

/** A whole number, both bounds included; full width and 1,000 are accepted (FRM-21). */
export function integer({ min = 0, max = 2_147_483_647 }: Partial<Range> = {}): Codec<number> {
  return {
    control: 'integer',
    format: String,
    parse(typed) {
      const digits = withoutCommas(foldNumeric(typed));
      if (!/^[-+]?\d+$/.test(digits)) return refuse({ kind: 'not-a-whole-number', value: typed });
      return within(Number(digits), typed, { min, max });
    },
  };
}

/** A number with decimals, both bounds included; `step` is the smallest part that can be written, 0.5 of an hour. */
export function decimal({
  min = 0,
  max = 999_999,
  step,
}: Partial<Range> & { readonly step?: number } = {}): Codec<number> {
  return {
    control: 'decimal',
    format: String,
    parse(typed) {
      const digits = withoutCommas(foldNumeric(typed));
      if (!/^[-+]?\d+(?:\.\d{1,6})?$/.test(digits)) return refuse({ kind: 'not-a-number', value: typed });
      const value = Number(digits);
      if (step !== undefined && Math.abs(Math.round(value / step) * step - value) > 1e-9) {
        return refuse({ kind: 'wrong-step', value: typed, step });
      }
      return within(value, typed, { min, max });
    },
  };
}

/** An amount in yen: 50000000, 50,000,000円, ￥50,000,000, 5,000万円 or 3億8598万円 (DOC-04). */
export function yen({ min = 0, max = 999_999_999_999_999 }: Partial<Range> = {}): Codec<number> {
  return {
    control: 'integer',
    format: String,
    parse(typed) {
      const amount = foldNumeric(typed)
        .replace(/^[¥\\]\s*/, '')
        .replace(/\s*円$/, '');
      const groups = /^(?:([\d,]+)億)?(?:([\d,]+)万)?([\d,]+)?$/.exec(amount);
      const [, hundredMillions = '', tenThousands = '', ones = ''] = groups ?? [];
      const parts = [hundredMillions, tenThousands, ones].map((part) => (part === '' ? '0' : withoutCommas(part)));
      if (!groups || amount === '' || parts.some((part) => !/^\d+$/.test(part))) {
        return refuse({ kind: 'not-a-whole-number', value: typed });
      }
      const [first, second, third] = parts.map(Number);
      return within((first ?? 0) * 1e8 + (second ?? 0) * 1e4 + (third ?? 0), typed, { min, max });
    },
  };
}

/** Drops the commas of 12,345,678; a comma anywhere else stays, so that 1,5 is not read as 15. */
function withoutCommas(digits: string): string {
  return /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
}

function within(value: number, typed: string, { min, max }: Range): Result<number, Problem> {
  // Adding 0 makes -0 the 0 it is written as.
  return value < min || value > max ? refuse({ kind: 'out-of-range', value: typed, min, max }) : accept(value + 0);
}
