import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { CertificationBasis } from './domain/certification-basis.ts';
import type { CertificationCriteria, CertificationDivision } from './domain/certification-criteria.ts';

/** 認定基準 that the corner set in place of the published ones, from the oldest. */
export async function listOwnCriteria(db: Db): Promise<readonly CertificationCriteria[]> {
  const rows = await db
    .selectFrom('certification_criteria')
    .select(['valid_from', 'valid_until', 'name', 'bases', 'practice_years', 'practice_after_basis'])
    .select(['instruction_years', 'chief_judges', 'divisions', 'source'])
    .where('deleted_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    code: row.name,
    validFrom: row.valid_from as PlainDate,
    validUntil: row.valid_until as PlainDate | null,
    bases: (row.bases as CertificationBasis[]).map((basis) => ({ basis, mark: '', judged: isWeighed(basis) })),
    practiceYears: row.practice_years,
    practiceAfterBasis: row.practice_after_basis,
    instructionYears: row.instruction_years,
    chiefJudges: row.chief_judges,
    divisions: row.divisions as CertificationDivision[],
    sources: [row.source],
  }));
}

/** 根拠 that the Center weighs against a grade, whatever the version. */
function isWeighed(basis: CertificationBasis): boolean {
  return basis === 'prefectural-award' || basis === 'equal-skill';
}
