import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import {
  carryRoster,
  changeRoster,
  countRoster,
  tickRoster,
  type RosterEntry,
  type RosterLine,
  type RosterRefusal,
} from './domain/roster.ts';
import {
  findEarlierRoster,
  listRosterRows,
  lockRosterVisit,
  replaceRosterRows,
  saveTrainees,
  type RosterVisit,
} from './roster-store.server.ts';
import { rosterCountText } from './roster-text.ts';

/** A visit of the version that the person saw. */
type Target = { readonly visitId: string; readonly version: number };

type Kept = Promise<Result<{ readonly listed: number }, RosterRefusal>>;

/** 名簿を直す: these lines in place of all; who stood there keeps the 出席, by the place that the line had before. */
export function saveRoster(
  ctx: Context,
  { lines, ...target }: Target & { readonly lines: readonly (RosterLine & { readonly place: number | null })[] },
): Kept {
  return keep(ctx, target, (visit, own) =>
    changeRoster(
      visit,
      lines.map(({ place, ...line }) => ({
        ...line,
        present: place === null ? null : (own[place - 1]?.present ?? null),
      })),
    ),
  );
}

/** 貼り付けた名簿を取り込む: adds these people behind those who stand there. */
export function addToRoster(
  ctx: Context,
  { lines, ...target }: Target & { readonly lines: readonly RosterLine[] },
): Kept {
  return keep(ctx, target, (visit, own) =>
    changeRoster(visit, [...own, ...lines.map((line) => ({ ...line, present: null }))]),
  );
}

/** 前回の名簿を引き継ぐ: the people of the last visit of the same request, in one act. */
export function carryOverRoster(ctx: Context, target: Target): Kept {
  return keep(ctx, target, async (visit, own, tx) => {
    const earlier = await findEarlierRoster(tx, visit);
    return carryRoster(visit, own, earlier ? await listRosterRows(tx, earlier.id) : []);
  });
}

/** 出席を記録する: who came, by place on the roster; the visit counts so many people from then on (contract.md §4). */
export function recordAttendance(
  ctx: Context,
  { came, ...target }: Target & { readonly came: readonly number[] },
): Kept {
  return keep(ctx, target, (visit, own) => tickRoster(visit, own, { came: new Set(came), today: ctx.today() }));
}

type Changed = Result<readonly RosterEntry[], RosterRefusal>;
type Decide = (visit: RosterVisit, own: readonly RosterEntry[], tx: Tx) => Changed | Promise<Changed>;

async function keep(ctx: Context, { visitId, version }: Target, decide: Decide): Kept {
  requirePermission(ctx, 'roster.write');
  return inTransaction(ctx, async (tx) => {
    const visit = await lockRosterVisit(tx, { id: visitId, version });
    const own = await listRosterRows(tx, visit.id);
    const changed = await decide(visit, own, tx);
    if (!changed.ok) return changed;
    const entries = changed.value;
    if (JSON.stringify(entries) === JSON.stringify(own)) return accept({ listed: own.length });
    const count = countRoster(entries);
    const trainees = count.present ?? visit.trainees;
    await replaceRosterRows(tx, ctx, { visitId: visit.id, entries });
    await saveTrainees(tx, ctx, { id: visit.id, trainees });
    // The log keeps how many they are, never who.
    await recordAudit(tx, ctx, [
      {
        action: 'attended',
        entity: { kind: 'visit', id: visit.id, label: visit.number },
        before: { trainees: visit.trainees, roster: rosterCountText(countRoster(own)) },
        after: { trainees, roster: rosterCountText(count) },
      },
    ]);
    return accept({ listed: count.listed });
  });
}
