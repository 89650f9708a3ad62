import { expect, test } from 'vitest';
import { organizationRecords } from '#organization/organization-records.server.ts';
import type { Context } from '#platform/context.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { csvOf, importRows, organizationRow, type FixtureRow } from './file-fixture.server.ts';
import { confirmDraft, discardDraft, discardExpiredDrafts, findDraft, previewImport } from './import-drafts.server.ts';

const desk = useTestDatabase();

async function preview(ctx: Context, rows: readonly FixtureRow[] = [organizationRow()]): Promise<string> {
  const upload = { kind: 'organizations', bytes: csvOf(rows), fileName: '派遣先.csv', fiscalYear: 2022 } as const;
  const previewed = await previewImport(ctx, upload);
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.problems));
  return previewed.draftId;
}

const listOrganizations = () => organizationRecords.exportAll(desk.context(), { fiscalYear: undefined });
const listDrafts = () => desk.asOwner('select draft_id from import_draft');

test('a preview says what the file is and what it would do, and writes no record [DAT-04]', async () => {
  const ctx = desk.context();
  const draft = await findDraft(ctx, await preview(ctx));
  expect(draft).toMatchObject({
    kind: 'organizations',
    fiscalYear: 2022,
    fileName: '派遣先.csv',
    preview: { format: 'csv', encoding: 'utf-8-bom', rowCount: 1, counts: { created: 1, updated: 0, unchanged: 0 } },
  });
  expect(await listOrganizations()).toEqual([]);
});

test('what was confirmed is taken in, and the file is gone', async () => {
  const ctx = desk.context();
  const id = await preview(ctx);
  expect(await confirmDraft(ctx, id)).toMatchObject({ kind: 'imported' });
  expect(await listOrganizations()).toHaveLength(1);
  expect(await listDrafts()).toEqual([]);
});

test('a second confirmation of the same file does nothing [FRM-34]', async () => {
  const ctx = desk.context();
  const id = await preview(ctx);
  await confirmDraft(ctx, id);
  expect(await confirmDraft(ctx, id)).toEqual({ kind: 'gone' });
  expect(await listOrganizations()).toHaveLength(1);
});

test('records that changed since the preview are not overwritten before the new counts were seen', async () => {
  const ctx = desk.context();
  const id = await preview(ctx);
  await importRows(ctx, 'organizations', [organizationRow({ 名称: '別の人が登録' })]);
  expect(await confirmDraft(ctx, id)).toEqual({ kind: 'changed' });
  expect(await listOrganizations()).toMatchObject([{ name: '別の人が登録' }]);
  expect((await findDraft(ctx, id))?.preview.counts).toEqual({ created: 0, updated: 1, unchanged: 0 });
  expect(await confirmDraft(ctx, id)).toMatchObject({ kind: 'imported' });
  expect(await listOrganizations()).toMatchObject([{ name: '架空精機' }]);
});

test('the rules are checked again on confirmation', async () => {
  const ctx = desk.context();
  const id = await preview(ctx);
  await importRows(ctx, 'organizations', [organizationRow()]);
  const [row] = (await desk.asOwner('select organization_id as id from organization')) as [{ id: string }];
  await organizationRecords.remove(ctx, { id: row.id, version: 1, reason: '試験' });
  const confirmation = await confirmDraft(ctx, id);
  expect(confirmation).toMatchObject({
    kind: 'refused',
    outcome: { problems: { listed: [{ line: 2, reason: { kind: 'number-of-deleted' } }] } },
  });
});

test('a file that cannot be taken in is not kept', async () => {
  const bytes = csvOf([organizationRow({ 区分: '' })]);
  const upload = { kind: 'organizations', bytes, fileName: '派遣先.csv', fiscalYear: 2022 } as const;
  expect((await previewImport(desk.context(), upload)).ok).toBe(false);
  expect(await listDrafts()).toEqual([]);
});

test('nobody but the uploader sees, confirms or discards a draft, in this corner or another [SEC-13]', async () => {
  const id = await preview(desk.context());
  const others = [
    desk.context({ actor: { id: 'another-officer' } }),
    desk.context({ corner: '34' }),
    desk.context({ corner: '34', role: 'system' }),
  ];
  for (const other of others) {
    expect(await findDraft(other, id)).toBeUndefined();
    expect(await confirmDraft(other, id)).toEqual({ kind: 'gone' });
    await discardDraft(other, id);
  }
  expect(await listDrafts()).toHaveLength(1);
  await expect(findDraft(desk.context({ actor: { cornerCode: '34' } }), id)).rejects.toThrow('transfer.import');
});

test('a draft that was given up is gone', async () => {
  const ctx = desk.context();
  await discardDraft(ctx, await preview(ctx));
  expect(await listDrafts()).toEqual([]);
});

test.for([
  ['23 hours 59 minutes', 1],
  ['24 hours', 0],
] as const)('after %s there are %i drafts', async ([age, kept]) => {
  const ctx = desk.context();
  const id = await preview(ctx);
  await desk.asOwner(`update import_draft set created_at = now() - interval '${age}'`);
  expect((await findDraft(ctx, id)) === undefined).toBe(kept === 0);
  await discardExpiredDrafts(ctx);
  expect(await listDrafts()).toHaveLength(kept);
});

test.for(['', 'x', "' or 1=1", '00000000-0000-0000-0000-000000000000'])('「%s」 names no draft', async (id) => {
  const ctx = desk.context();
  await preview(ctx);
  expect(await findDraft(ctx, id)).toBeUndefined();
  await discardDraft(ctx, id);
  expect(await listDrafts()).toHaveLength(1);
});
