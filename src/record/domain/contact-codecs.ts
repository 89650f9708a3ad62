import { foldNumeric } from '#kernel/japanese-text.ts';
import { accept, refuse } from '#kernel/result.ts';
import type { Codec } from './field.ts';

/** 郵便番号. Stored as 7 digits, written 000-0000; 〒, full width and any dash are accepted (FRM-05). */
export function postalCode(): Codec<string> {
  return {
    control: 'postal-code',
    format: (digits) => `${digits.slice(0, 3)}-${digits.slice(3)}`,
    parse(typed) {
      const match = /^〒?\s*(\d{3})[-\s]?(\d{4})$/.exec(foldNumeric(typed));
      return match ? accept(`${match[1]}${match[2]}`) : refuse({ kind: 'not-a-postal-code', value: typed });
    },
  };
}

/**
 * 電話・FAX. Stored half-width with `-` between the groups: (03)5253-5111 → 03-5253-5111 (FRM-07).
 * Japanese numbers have 10 or 11 digits and begin with 0; others begin with + and have 8 to 15.
 */
export function phone(): Codec<string> {
  return {
    control: 'phone',
    format: (number) => number,
    parse(typed) {
      const grouped = foldNumeric(typed)
        .replaceAll(/[\s()]+/g, '-')
        .replaceAll(/-{2,}/g, '-')
        .replaceAll(/^-|-$/g, '');
      const digits = grouped.replaceAll('-', '');
      const known = /^(?:0\d{9,10}|\+\d{8,15})$/.test(digits) && /^\+?\d/.test(grouped);
      return known ? accept(grouped) : refuse({ kind: 'not-a-phone-number', value: typed });
    },
  };
}

// Two dots in a row and a dot before @ are let in: old mobile addresses of Japanese carriers have them.
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i;

/** メール. One address, half-width (FRM-09). */
export function email(): Codec<string> {
  return {
    control: 'email',
    limit: 254,
    format: (address) => address,
    parse(typed) {
      const address = foldNumeric(typed);
      return EMAIL.test(address) && address.length <= 254
        ? accept(address)
        : refuse({ kind: 'not-an-email', value: typed });
    },
  };
}
