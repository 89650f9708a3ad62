import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { stateNoRequest, type NoRequest, type NoRequestRefusal } from './domain/no-request.ts';
import { outreachLineLabel, type OutreachLine } from './domain/outreach-line.ts';
import { loadLines } from './line-queries.server.ts';
import { removeNoRequest, writeNoRequest } from './no-request-store.server.ts';

type Place = { readonly fiscalYear: number; readonly line: OutreachLine };

function entityOf({ fiscalYear, line }: Place) {
  const label = `${fiscalYearLabel(fiscalYear)} ${outreachLineLabel(line)}`;
  return { kind: 'outreach-line', id: `${fiscalYear}-${line}`, label };
}

/** 要請なしを記録する: nobody asked for a line of the plan in a 年度. Sent twice, it stands once. */
export function recordNoRequest(
  ctx: Context,
  { noRequest, ...place }: Place & { readonly noRequest: NoRequest },
): Promise<Result<NoRequest, NoRequestRefusal>> {
  requirePermission(ctx, 'outreach.write');
  return inTransaction(ctx, async (tx) => {
    const facts = (await loadLines(tx, place.fiscalYear)).find(({ line }) => line === place.line);
    if (!facts) throw new Error(`no line ${place.line}`);
    const { visits, requests, noRequest: before } = facts;
    const stated = stateNoRequest(noRequest, { ...place, today: ctx.today(), facts: { visits, requests } });
    if (!stated.ok) return refuse(stated.refusal);
    if (before && before.statedOn === noRequest.statedOn && before.efforts === noRequest.efforts) return stated;
    await writeNoRequest(tx, ctx, { ...place, ...noRequest });
    const earlier = before && { statedOn: before.statedOn, efforts: before.efforts };
    await recordAudit(tx, ctx, [
      {
        action: earlier ? 'updated' : 'created',
        entity: entityOf(place),
        ...(earlier && { before: earlier }),
        after: noRequest,
      },
    ]);
    return accept(noRequest);
  });
}

/** 要請なしを取り消す: somebody asked after all, or it was said of the wrong line. Nothing to take back is no failure. */
export function withdrawNoRequest(ctx: Context, place: Place): Promise<void> {
  requirePermission(ctx, 'outreach.write');
  return inTransaction(ctx, async (tx) => {
    const stated = (await loadLines(tx, place.fiscalYear)).find(({ line }) => line === place.line)?.noRequest;
    if (!stated) return;
    await removeNoRequest(tx, place);
    const before = { statedOn: stated.statedOn, efforts: stated.efforts };
    await recordAudit(tx, ctx, [{ action: 'deleted', entity: entityOf(place), before }]);
  });
}
