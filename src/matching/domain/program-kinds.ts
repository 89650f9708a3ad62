import type { Program } from '#dispatch/domain/program.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';

type ProgramKinds = Validity & { readonly program: Program; readonly kinds: readonly InstructorKind[] };

const always = { validFrom: null, validUntil: null } as const;
const teachers = ['meister', 'skilled-worker'] as const;
const speakers = [...teachers, 'senior-advisor'] as const;

/**
 * Which kinds of instructor may lead which 事業区分 (domain.md §1, §5.3, §6.1: medalists speak in メダリスト講座, 熟練技能者派遣 is
 * led by skilled workers). A change of the programme is another line with its days.
 */
const PROGRAM_KINDS: readonly ProgramKinds[] = [
  { ...always, program: 'practical-instruction', kinds: teachers },
  { ...always, program: 'appeal-session', kinds: speakers },
  { ...always, program: 'skilled-worker-dispatch', kinds: ['skilled-worker'] },
  { ...always, program: 'medalist-talk', kinds: ['medalist'] },
  { ...always, program: 'support-station', kinds: speakers },
  { ...always, program: 'hands-on-class', kinds: speakers },
];

/** The kinds of instructor that may lead a 事業区分 on that day. */
export function kindsOfProgram(program: Program, on: PlainDate): readonly InstructorKind[] {
  return PROGRAM_KINDS.find((entry) => entry.program === program && isValidOn(entry, on))?.kinds ?? [];
}
