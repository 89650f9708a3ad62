import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { fieldColumns, overwrite } from '#record/columns.server.ts';
import { applicationFields, emptyApplication, type RequestApplication } from './domain/request-application.ts';

const columns = fieldColumns<RequestApplication>(applicationFields.map(({ key }) => key));
const identity = ['corner_code', 'request_id'] as const;

/** What is told beside a request; empty where nothing was. */
export async function readApplication(db: Db, requestId: string): Promise<RequestApplication> {
  const row = await db
    .selectFrom('request_application')
    .select(columns.names as never)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row ? { ...emptyApplication, ...columns.toFields(row) } : emptyApplication;
}

/** Keeps what is told beside a request; a request of which nothing was ever told has no row. */
export async function writeApplication(
  tx: Tx,
  ctx: Context,
  { requestId, application }: { readonly requestId: string; readonly application: RequestApplication },
): Promise<void> {
  const told = columns.toColumns(application);
  if (Object.values(told).every((value) => value === null)) {
    await tx
      .updateTable('request_application')
      .set(told as never)
      .where('request_id', '=', requestId)
      .execute();
    return;
  }
  const row = { corner_code: ctx.corner, request_id: requestId, ...told };
  await tx
    .insertInto('request_application')
    .values(row as never)
    .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(row, identity) as never))
    .execute();
}
