import { foldWidth } from '#kernel/japanese-text.ts';
import { accept } from '#kernel/result.ts';
import { namedMunicipality } from '#record/domain/code-codecs.ts';
import type { Codec } from '#record/domain/field.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listPrefectures } from '#reference/domain/prefecture.ts';

const CODES_BY_NAME = Map.groupBy(
  listPrefectures().flatMap(({ code }) => listMunicipalities(code)),
  ({ name }) => name,
);

/**
 * 市区町村 by its six-digit code, 「352039 山口市」, or its name alone where only one in Japan is called so: a coordinator
 * types 周南市 on a phone, not 352152. Written as the code.
 */
export function municipality(): Codec<string> {
  const codes = namedMunicipality();
  return {
    ...codes,
    parse(typed) {
      const [only, ...others] = CODES_BY_NAME.get(foldWidth(typed).trim()) ?? [];
      return only && others.length === 0 ? accept(only.code) : codes.parse(typed);
    },
  };
}
