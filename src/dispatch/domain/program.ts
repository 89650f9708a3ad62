/** 事業区分. Which kind of instruction a request asks for and a visit is counted under (contract.md §3). */
export const programs = [
  { code: 'practical-instruction', label: '実技指導' },
  { code: 'appeal-session', label: '魅力講座' },
  { code: 'skilled-worker-dispatch', label: '熟練技能者派遣' },
  { code: 'medalist-talk', label: 'メダリスト講座' },
  { code: 'support-station', label: 'サポステ' },
  { code: 'hands-on-class', label: '体験教室' },
] as const;

export type Program = (typeof programs)[number]['code'];

/** The word of a 事業区分 on screen and in files. */
export function programLabel(program: string): string {
  return programs.find(({ code }) => code === program)?.label ?? program;
}
