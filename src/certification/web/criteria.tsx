import { instructorDivisions } from '#instructor/domain/instructor-kind.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listCriteria } from '../list-criteria.server.ts';
import { certificationBases } from '../domain/certification-basis.ts';
import { shippedCriteria, type CertificationCriteria } from '../domain/certification-criteria.ts';
import { certificationText, criteriaNames, criteriaText as words } from '../page-text.ts';
import type { Route } from './+types/criteria.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: certificationText.title, href: href('certifications') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  const { all, current } = await listCriteria(ctx);
  const mayManage = isAllowed(ctx.actor, 'criteria.manage', { corner: ctx.corner });
  const address = (act: 'edit' | 'drop', criteria: CertificationCriteria) =>
    mayManage && !isShipped(criteria)
      ? href(`certifications/criteria/${act}?from=${criteria.validFrom ?? ''}`)
      : undefined;
  return {
    versions: all.map((criteria) => ({
      ...showCriteria(criteria, current === criteria),
      own: !isShipped(criteria),
      editHref: address('edit', criteria),
      dropHref: address('drop', criteria),
    })),
    newHref: mayManage ? href('certifications/criteria/edit') : undefined,
  };
});

function isShipped(criteria: CertificationCriteria): boolean {
  return shippedCriteria.includes(criteria);
}

function showCriteria(criteria: CertificationCriteria, inForce: boolean) {
  const { code, bases, practiceYears, practiceAfterBasis, divisions, sources } = criteria;
  return {
    name: criteriaNames[code] ?? code,
    inForce,
    period: words.period(eraDay(criteria.validFrom) ?? '', eraDay(criteria.validUntil)),
    bases: bases.map(
      ({ basis, mark }) => `${mark}${certificationBases.find((one) => one.code === basis)?.label ?? basis}`,
    ),
    practice: words.years(practiceYears, practiceAfterBasis),
    instruction: instructionText(criteria),
    divisions: divisions.map((division) => instructorDivisions.find((one) => one.code === division)?.label ?? division),
    sources,
  };
}

function eraDay(day: PlainDate | null): string | null {
  return day === null ? null : formatEraDate(day);
}

function instructionText({ instructionYears, chiefJudges }: CertificationCriteria): string {
  if (chiefJudges) return words.chiefJudges;
  return instructionYears > 0 ? words.years(instructionYears, true) : words.noInstruction;
}

export default function Criteria({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={loaderData.newHref ? <ButtonLink href={loaderData.newHref}>{words.add}</ButtonLink> : null}
      />
      {loaderData.versions.map((version) => (
        <section key={version.period} className="mb-6">
          <h2 className="text-std-18B-160 mb-1 flex flex-wrap items-center gap-3">
            {version.name}
            {version.own ? <ChipLabel>{words.ownNote}</ChipLabel> : null}
            {version.inForce ? <ChipLabel tone="done">{words.inForce}</ChipLabel> : null}
          </h2>
          <p className="mb-2">{version.period}</p>
          <DescriptionList
            items={[
              { term: words.bases, detail: <List items={version.bases} /> },
              { term: words.practice, detail: version.practice },
              { term: words.instruction, detail: version.instruction },
              { term: words.divisions, detail: version.divisions.join('・') },
              { term: words.source, detail: <List items={version.sources} /> },
            ]}
          />
          {version.editHref && version.dropHref ? (
            <p className="mt-3 flex flex-wrap gap-3 print:hidden">
              <ButtonLink href={version.editHref}>{words.editLink}</ButtonLink>
              <ButtonLink href={version.dropHref}>{words.dropLink}</ButtonLink>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
