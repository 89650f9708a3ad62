import { sql } from 'kysely';
import { addDays } from '#kernel/plain-date.ts';
import type { WorkSource } from '#record/work-source.server.ts';
import { ANNOUNCED_DAYS } from './domain/batch.ts';

/** 取りまとめ that are not sent, with their deadline near or over. */
export const batchWork: WorkSource = {
  act: 'certification.write',
  rows: ({ year, today }) => ({
    from: sql`certification_batch
      where state = 'open' and fiscal_year = ${year}
        and deadline_on <= (select ${addDays(today, ANNOUNCED_DAYS)}::date)`,
    record: sql`batch_id`,
    since: sql`(created_at at time zone 'Asia/Tokyo')::date`,
    due: sql`deadline_on`,
  }),
  shown: sql`(select jsonb_build_array('第' || round || '回', '') from certification_batch
    where batch_id = page.record_id)`,
  path: (id) => `certification-batches/${id}`,
};
