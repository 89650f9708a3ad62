import type { Program } from '#dispatch/domain/program.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** The visit and the person that a claim is about. */
export type ClaimSubject = {
  readonly visitId: string;
  readonly instructorId: string;
  readonly visitNumber: string;
  readonly visitOn: PlainDate;
  readonly visitStatus: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly trainees: number;
  readonly program: Program;
  readonly host: string;
  /** Where the instruction took place: the request's place, else the host's. */
  readonly municipality: string;
  readonly instructorNumber: string;
  readonly instructorName: string;
  readonly instructorKind: InstructorKind;
  readonly instructorMunicipality: string;
};
