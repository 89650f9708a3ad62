/** 魅力発信の区分. The lines of a plan for which a corner waits for requests (S0 活用3・4, S1 4(3)(4), S2 2(3)(4)). */
export const outreachLines = [
  { code: 'school', label: '小中学校の魅力講座' },
  { code: 'station', label: 'サポステ' },
  { code: 'place', label: '公共施設・民間施設・フェア' },
  { code: 'medalist', label: 'メダリスト講座' },
  { code: 'skilled', label: '熟練技能者の派遣' },
] as const;

export type OutreachLine = (typeof outreachLines)[number]['code'];

/** The word of a line. */
export function outreachLineLabel(line: OutreachLine): string {
  return outreachLines.find(({ code }) => code === line)?.label ?? line;
}
