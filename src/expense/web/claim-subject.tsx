import { programLabel } from '#dispatch/domain/program.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { DescriptionList } from '#ui/description-list.tsx';
import type { ClaimSubject } from '../domain/claim-subject.ts';
import { expenseText as words } from '../text.ts';

/** The visit and the person of a claim, as pages show them. */
export function showSubject(subject: ClaimSubject, href: (path: string) => string) {
  const { visitNumber, visitOn, startsAt, endsAt, program, municipality } = subject;
  return {
    visit: visitNumber,
    visitHref: href(`visits/${subject.visitId}`),
    instructor: subject.instructorName,
    instructorHref: href(`instructors/${subject.instructorId}`),
    day: formatSlashDate(visitOn),
    time: startsAt && endsAt ? `${startsAt}〜${endsAt}` : '',
    host: `${subject.host}（${findMunicipality(municipality)?.name ?? municipality}）`,
    program: programLabel(program),
    trainees: `${subject.trainees}人`,
  };
}

export function SubjectDetails({ subject }: { readonly subject: ReturnType<typeof showSubject> }) {
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: words.instructor, detail: <a href={subject.instructorHref}>{subject.instructor}</a> },
        { term: words.visit, detail: <a href={subject.visitHref}>{subject.visit}</a> },
        { term: words.visitOn, detail: `${subject.day}　${subject.time}` },
        { term: words.host, detail: subject.host },
        { term: words.program, detail: subject.program },
        { term: words.trainees, detail: subject.trainees },
      ]}
    />
  );
}
