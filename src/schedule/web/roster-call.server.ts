import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { Result } from '#kernel/result.ts';
import { Conflict } from '#platform/errors.server.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { countRoster, rosterFields, type RosterRefusal } from '../domain/roster.ts';
import { getRoster } from '../roster-queries.server.ts';
import { rosterCountText, rosterRefusalText, rosterText as words } from '../roster-text.ts';

/** A roster in the words of its pages. */
export async function showRoster({ ctx, params, href }: StaffCall) {
  const { visit, host, entries, earlier } = await getRoster(ctx, params['id'] ?? '');
  const base = href(`visits/${visit.id}`);
  const count = countRoster(entries);
  return {
    number: visit.number,
    version: visit.version,
    status: visit.status,
    visitOn: visit.visitOn,
    day: formatSlashDate(visit.visitOn),
    host,
    trainees: visit.trainees,
    count,
    countText: rosterCountText(count),
    rows: entries.map((entry, index) => ({
      place: index + 1,
      ...(formatFields(rosterFields, entry) as Record<(typeof rosterFields)[number]['key'], string>),
      present: entry.present,
    })),
    earlier: earlier && words.carry(earlier.number, formatSlashDate(earlier.visitOn).slice(0, 10), earlier.listed),
    visitHref: base,
    rosterHref: `${base}/roster`,
  };
}

export type ShownRoster = Awaited<ReturnType<typeof showRoster>>;

type Outcome = Promise<Result<unknown, RosterRefusal>>;
type Errors = readonly { readonly name?: string; readonly message: string }[];

/** Runs one change of a roster and goes to it, or answers why it stayed as it was. */
export async function changeRosterPage<Extra extends object>(
  { params, href }: StaffCall,
  change: () => Outcome,
  extra: Extra,
) {
  try {
    const changed = await change();
    if (changed.ok) throw redirect(href(`visits/${params['id'] ?? ''}/roster`));
    const errors: Errors = [{ message: rosterRefusalText(changed.refusal) }];
    return data({ errors, ...extra }, { status: 409 });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const errors: Errors = [{ message: words.conflict }];
    return data({ errors, ...extra }, { status: 409 });
  }
}
