import type { Program } from '#dispatch/domain/program.ts';

/** 回答者. Who is asked after a visit (contract.md §3); 児童・生徒 is our own addition to the contract's two. */
export const audiences = [
  { code: 'host', label: '派遣先' },
  { code: 'trainee', label: '受講者' },
  { code: 'pupil', label: '児童・生徒' },
] as const;

export type Audience = (typeof audiences)[number]['code'];

/** What the log calls whoever answers by a link. */
export const somebody = '回答者（匿名）';

/** The word of a 回答者 on screen and in files. */
export function audienceLabel(audience: Audience): string {
  return audiences.find(({ code }) => code === audience)?.label ?? audience;
}

/** The audience that an address names. */
export function toAudience(text: string | undefined): Audience | undefined {
  return audiences.find(({ code }) => code === text)?.code;
}

/** Who took part in a visit: trainees where a skill is taught, pupils where its appeal is shown (domain.md §5.4). */
export function participantsOf(program: Program): 'trainee' | 'pupil' {
  switch (program) {
    case 'practical-instruction':
    case 'skilled-worker-dispatch':
    case 'support-station':
      return 'trainee';
    case 'appeal-session':
    case 'medalist-talk':
    case 'hands-on-class':
      return 'pupil';
  }
}
