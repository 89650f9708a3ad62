import { redirect } from 'react-router';
import { NotFound } from '#platform/errors.server.ts';
import { loadRecordView, type RecordView } from '#record/web/record-pages.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { findPlanItemYear } from '../plan-item-queries.server.ts';
import { planItemRecords } from '../plan-item-records.server.ts';

/** Loads the item that the address names; an address of another year leads to the item's own year. */
export async function loadPlanItem(call: StaffCall): Promise<RecordView> {
  const id = call.params['id'] ?? '';
  const itemYear = await findPlanItemYear(call.ctx, id);
  if (itemYear === undefined) throw new NotFound('plan-item', id);
  if (itemYear !== call.year) throw redirect(call.url.pathname.replace(`/${call.year}/`, `/${itemYear}/`));
  return loadRecordView(call, planItemRecords);
}
