import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CertificationState } from '#certification/domain/certification-state.ts';
import { certificationStates } from '#certification/domain/certification-state.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { useTestDatabase } from '../../test/database.ts';
import { insertCase } from './case-fixture.server.ts';
import { evidenceLimits } from './domain/evidence-file.ts';
import { jpeg, pdf, png } from './evidence-fixture.ts';
import {
  addEvidence,
  downloadEvidence,
  downloadEvidenceForReview,
  getEvidence,
  listEvidence,
  listEvidenceForReview,
  removeEvidence,
} from './evidence-files.server.ts';

const desk = useTestDatabase();

const file = (name = '合格証書.pdf', bytes = pdf()) => ({ name, bytes });

async function caseWithFile(state: CertificationState = 'received') {
  const ctx = desk.context();
  const caseId = await insertCase(ctx);
  const added = await addEvidence(ctx, { caseId, kind: 'qualification', files: [file()] });
  if (!added.ok) throw new Error(JSON.stringify(added));
  await ctx.db.updateTable('certification_case').set(certified(state)).execute();
  return { caseId, evidenceId: added.value[0] ?? '' };
}

/** A state that the constraints of the table allow by itself. */
function certified(state: CertificationState) {
  return state === 'certified' ? { state: 'rejected' } : { state };
}

test('a file is kept byte for byte, under a name that is safe, with its digest [FRM-37]', async () => {
  const ctx = desk.context();
  const caseId = await insertCase(ctx);
  const scan = jpeg({ after: 'SEFT' });
  const added = await addEvidence(ctx, {
    caseId,
    kind: 'award',
    files: [file('../../表彰\u202Egpj.exe', scan), file('証明.png', png())],
  });
  expect(added.ok).toBe(true);
  const { files } = await listEvidence(ctx, caseId);
  expect(new Set(files.map(({ fileName, format, kind }) => [fileName, format, kind].join(' ')))).toEqual(
    new Set(['表彰gpj.jpg jpeg award', '証明.png png award']),
  );
  const picture = files.find(({ format }) => format === 'jpeg');
  const { bytes, mediaType } = await downloadEvidence(ctx, { caseId, evidenceId: picture?.id ?? '' });
  expect(Buffer.from(bytes)).toEqual(Buffer.from(jpeg()));
  expect(mediaType).toBe('image/jpeg');
  expect(picture?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test.each([
  ['a wrong type behind a right name', 'scan.pdf', Buffer.from('<html><script>alert(1)</script>'), 'not-allowed'],
  ['a picture that is a program', 'logo.png', Buffer.from('<svg onload="alert(1)"/>'), 'not-allowed'],
  [
    'an archive that bursts',
    'bomb.zip',
    Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(1000)]),
    'not-allowed',
  ],
  ['thirty megabytes', 'large.pdf', Buffer.alloc(30 * 1024 * 1024, 32), 'too-large'],
  ['nothing', 'empty.pdf', Buffer.alloc(0), 'empty'],
  ['a PDF that is a page', 'page.pdf', Buffer.from('%PDF-1.4\n<html><body>\n%%EOF'), 'active-content'],
])('%s is refused, and nothing of the same upload is kept', async (_, name, bytes, kind) => {
  const ctx = desk.context();
  const caseId = await insertCase(ctx);
  const refused = await addEvidence(ctx, { caseId, kind: 'other', files: [file(), file(name, bytes)] });
  expect(refused).toMatchObject({ ok: false, refusal: { kind: 'file', fileName: name, refusal: { kind } } });
  expect((await listEvidence(ctx, caseId)).files).toEqual([]);
});

test('thirty files are enough, and the same content is taken once', async () => {
  const ctx = desk.context();
  const caseId = await insertCase(ctx);
  const files = Array.from({ length: evidenceLimits.filesOfCase }, (_, index) =>
    file(`${index}.pdf`, pdf(`/N${index} 1`)),
  );
  const add = (each: readonly ReturnType<typeof file>[]) => addEvidence(ctx, { caseId, kind: 'other', files: each });
  expect((await add(files.slice(1))).ok).toBe(true);
  expect(await add(files.slice(1, 2))).toMatchObject({ refusal: { kind: 'added-before' } });
  expect((await add(files.slice(0, 1))).ok).toBe(true);
  expect(await add([file('31.pdf', pdf('/More 1'))])).toMatchObject({ refusal: { kind: 'too-many', files: 31 } });
  expect(await add([...files, file()])).toMatchObject({ refusal: { kind: 'too-many' } });
});

test('the same key answers the same, so that a repeated upload adds nothing [FRM-34]', async () => {
  const ctx = desk.context();
  const caseId = await insertCase(ctx);
  const upload = { caseId, kind: 'other' as const, files: [file()], key: 'key-1' };
  const first = await addEvidence(ctx, upload);
  expect(await addEvidence(ctx, upload)).toEqual(first);
});

test('from the bundle on, what was sent stays as it was sent', async () => {
  const changed: string[] = [];
  for (const state of certificationStates.filter((each) => each !== 'certified')) {
    await desk.asOwner('truncate evidence_file, certification_case cascade');
    const address = await caseWithFile(state);
    const added = await addEvidence(desk.context(), { ...address, kind: 'other', files: [file('b.pdf', pdf('/B 1'))] });
    const removed = await removeEvidence(desk.context(), address);
    expect(removed.ok).toBe(added.ok);
    if (added.ok) changed.push(state);
  }
  expect(changed).toEqual(['scouted', 'drafting', 'received', 'interview', 'returned']);
});

test('adding, handing out and taking away are logged with the digest, and taking away erases the bytes [SEC-11]', async () => {
  const ctx = desk.context();
  const address = await caseWithFile();
  await downloadEvidence(ctx, address);
  expect((await removeEvidence(ctx, address)).ok).toBe(true);
  const entries = await ctx.db
    .selectFrom('audit_entry')
    .select(['action', 'entity_label', 'before', 'after'])
    .where('entity_kind', '=', 'evidence')
    .orderBy('sequence')
    .execute();
  expect(entries.map(({ action }) => action)).toEqual(['uploaded', 'downloaded', 'deleted']);
  expect(JSON.stringify(entries)).toMatch(/sha256/u);
  expect(await ctx.db.selectFrom('evidence_file').select('evidence_id').execute()).toEqual([]);
});

test('a file of another application, of another corner, or of no identity is not found [SEC-13]', async () => {
  const ctx = desk.context();
  const address = await caseWithFile();
  const other = await insertCase(ctx, { number: 'C2022-0002' });
  await expect(downloadEvidence(ctx, { ...address, caseId: other })).rejects.toThrow('not found');
  await expect(downloadEvidence(ctx, { ...address, evidenceId: '../../x' })).rejects.toThrow('not found');
  await expect(downloadEvidence(desk.context({ corner: '34' }), address)).rejects.toThrow('not found');
  await expect(
    addEvidence(desk.context({ corner: '34' }), { ...address, kind: 'other', files: [file()] }),
  ).rejects.toThrow('not found');
  expect(await desk.context({ corner: '34' }).db.selectFrom('evidence_file').select('bytes').execute()).toEqual([]);
  expect(await desk.database().unbound.selectFrom('evidence_file').select('bytes').execute()).toEqual([]);
});

test('an instructor, the Center, an owner of measures and staff of another corner may neither see nor change a file [SEC-13]', async () => {
  const address = await caseWithFile();
  const strangers = [
    ...(['instructor', 'center', 'measureOwner'] as const satisfies readonly Role[]).map((role) =>
      desk.context({ role }),
    ),
    desk.context({ role: 'chief', actor: { cornerCode: '34' } }),
  ];
  for (const ctx of strangers) {
    await expect(listEvidence(ctx, address.caseId)).rejects.toThrow('may not');
    await expect(getEvidence(ctx, address)).rejects.toThrow('may not');
    await expect(downloadEvidence(ctx, address)).rejects.toThrow('may not');
    await expect(async () => removeEvidence(ctx, address)).rejects.toThrow('may not');
    await expect(addEvidence(ctx, { ...address, kind: 'other', files: [file()] })).rejects.toThrow('may not');
  }
});

test('an auditor reads and never writes', async () => {
  const address = await caseWithFile();
  const auditor = desk.context({ role: 'auditor' });
  expect((await downloadEvidence(auditor, address)).fileName).toBe('合格証書.pdf');
  await expect(async () => removeEvidence(auditor, address)).rejects.toThrow('may not');
});

test('the Center opens a file only of an application that lies there or was decided there [SEC-13]', async () => {
  const center = desk.context({ role: 'center' });
  const open: string[] = [];
  for (const state of certificationStates.filter((each) => each !== 'certified')) {
    await desk.asOwner('truncate evidence_file, certification_case cascade');
    const address = await caseWithFile(state);
    const listed = await listEvidenceForReview(center, address.caseId);
    const opened = await downloadEvidenceForReview(center, address).then(
      () => true,
      () => false,
    );
    expect(listed.length > 0).toBe(opened);
    if (opened) open.push(state);
  }
  expect(open).toEqual(['sent', 'under-review', 'rejected']);
});

test('nobody but the Center uses its way to the files [SEC-13]', async () => {
  const address = await caseWithFile('sent');
  for (const role of ['chief', 'officer', 'clerk', 'coordinator', 'auditor', 'instructor', 'measureOwner'] as const) {
    const ctx = desk.context({ role });
    await expect(downloadEvidenceForReview(ctx, address)).rejects.toThrow('may not');
    await expect(listEvidenceForReview(ctx, address.caseId)).rejects.toThrow('may not');
  }
});
