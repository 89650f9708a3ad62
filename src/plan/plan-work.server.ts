import { sql } from 'kysely';
import type { WorkSource } from '#record/work-source.server.ts';
import { isReportSeason } from './domain/report-season.ts';

/** 計画の項目 without 実施状況, while the report is to be written. */
export const planWork: WorkSource = {
  act: 'plan-item.write',
  rows: ({ fiscalYear, today, year }) =>
    isReportSeason(today, fiscalYear)
      ? {
          from: sql`plan_item
            where fiscal_year = ${year} and deleted_at is null
              and coalesce(status, '') = '' and coalesce(plan, '') || coalesce(guideline, '') <> ''`,
          record: sql`plan_item_id`,
          since: sql`null::date`,
        }
      : undefined,
  shown: sql`(select jsonb_build_array(number, heading) from plan_item where plan_item_id = page.record_id)`,
  path: (id) => `plan/${id}`,
};
