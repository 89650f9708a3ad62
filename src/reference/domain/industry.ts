import { foldSearchText } from '#kernel/japanese-text.ts';
import data from '../data/industries.json' with { type: 'json' };

/** The groups of industries for which 中小企業基本法2条 sets its own limits. */
export type SmeGroup = 'other' | 'wholesale' | 'service' | 'retail';

/** 日本標準産業分類（第14回改定）の大分類. */
export type Industry = {
  /** A to T. */
  readonly code: string;
  readonly name: string;
  /** The groups its divisions fall under: several where the letter alone does not tell, none for 公務. */
  readonly smeGroups: readonly SmeGroup[];
};

const INDUSTRIES = data.items as readonly Industry[];

const BY_KEY = new Map(
  INDUSTRIES.flatMap((industry) =>
    [industry.code, industry.name].map((key) => [foldSearchText(key), industry] as const),
  ),
);

/** The industry by its letter (either width, either case) or its name. */
export function findIndustry(codeOrName: string): Industry | undefined {
  return BY_KEY.get(foldSearchText(codeOrName));
}

/** The 20 industries in the order of their letters. */
export function listIndustries(): readonly Industry[] {
  return INDUSTRIES;
}
