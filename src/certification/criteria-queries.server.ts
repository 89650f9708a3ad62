import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { CertificationBasis } from './domain/certification-basis.ts';
import type { CertificationCriteria, CertificationDivision } from './domain/certification-criteria.ts';
import { toCriteria, type CertificationCriteriaInput } from './domain/criteria-fields.ts';

/** 認定基準 of the corner with the version for the optimistic lock; the first day is what it is known by. */
export type OwnCriteria = { readonly input: CertificationCriteriaInput; readonly version: number };

/** 認定基準 that the corner set in place of the published ones, from the oldest. */
export async function listOwnCriteria(db: Db): Promise<readonly CertificationCriteria[]> {
  const rows = await select(db).where('deleted_at', 'is', null).orderBy('valid_from').execute();
  return rows.map((row) => toCriteria(toOwn(row).input));
}

/** The corner's criteria that begin on a day. */
export async function findOwnCriteria(db: Db, validFrom: PlainDate): Promise<OwnCriteria | undefined> {
  const query = select(db).where('valid_from', '=', validFrom).where('deleted_at', 'is', null);
  const row = await query.executeTakeFirst();
  return row && toOwn(row);
}

function select(db: Db) {
  return db
    .selectFrom('certification_criteria')
    .select(['valid_from', 'valid_until', 'name', 'bases', 'practice_years', 'practice_after_basis'])
    .select(['instruction_years', 'chief_judges', 'divisions', 'source', 'version']);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toOwn(row: Row): OwnCriteria {
  return {
    version: row.version,
    input: {
      name: row.name,
      validFrom: row.valid_from as PlainDate,
      validUntil: row.valid_until as PlainDate | null,
      bases: row.bases as CertificationBasis[],
      practiceYears: row.practice_years,
      practiceAfterBasis: row.practice_after_basis,
      instructionYears: row.instruction_years,
      chiefJudges: row.chief_judges,
      divisions: row.divisions as CertificationDivision[],
      source: row.source,
    },
  };
}
