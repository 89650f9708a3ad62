import { expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { jpeg } from '#evidence/evidence-fixture.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { ReportInput } from './domain/report-fields.ts';
import { countReports, listReports } from './report-queries.server.ts';
import { forgetPhotos } from './forget-photos.server.ts';
import { answerReport, downloadPhoto, getReport, removePhoto, writeReport } from './write-report.server.ts';

const desk = useTestDatabase();
const input: ReportInput = {
  content: '旋盤の段取り',
  trainees: 5,
  understanding: 'most',
  problems: null,
  nextTime: null,
};
const blank: ReportInput = { content: null, trainees: null, understanding: null, problems: null, nextTime: null };
const photo = jpeg();
const nothing = { consent: undefined, files: [] } as const;

async function held() {
  const ctx = desk.context();
  await registerOrganization(ctx);
  const instructorId = await registerInstructor(ctx);
  const visitId = await registerVisit(ctx, { visitOn: plainDate('2022-11-21'), status: 'held' });
  const own = (id = instructorId) => desk.context({ role: 'instructor', actor: { instructorId: id, name: '本人' } });
  return { ctx, own, pair: { visitId, instructorId } };
}

test('the instructor keeps a draft, hands it in, and staff return and check it', async () => {
  const { ctx, own, pair } = await held();
  expect((await listReports(ctx, { fiscalYear: 2022, view: 'missing' })).map(({ state }) => state)).toEqual([
    undefined,
  ]);
  const draft = { ...pair, ...nothing, input: blank };
  expect(await writeReport(own(), { ...draft, version: 0, command: 'save' })).toEqual({
    ok: true,
    value: { state: 'draft' },
  });
  const early = await writeReport(own(), { ...draft, version: 1, command: 'submit' });
  expect(!early.ok && early.refusal.kind).toBe('fields');
  const whole = { ...draft, input, command: 'submit' } as const;
  expect((await writeReport(own(), { ...whole, version: 1 })).ok).toBe(true);
  expect(await countReports(ctx, 2022)).toEqual({ missing: 0, waiting: 1, checked: 0 });
  const silent = await answerReport(ctx, { ...pair, version: 2, command: 'return', reason: '' });
  expect(!silent.ok && silent.refusal.kind).toBe('reason-missing');
  await answerReport(ctx, { ...pair, version: 2, command: 'return', reason: '人数' });
  expect((await getReport(own(), pair)).report).toMatchObject({ state: 'returned', returnReason: '人数', version: 3 });
  expect((await writeReport(own(), { ...whole, version: 3 })).ok).toBe(true);
  expect((await answerReport(ctx, { ...pair, version: 4, command: 'check', reason: null })).ok).toBe(true);
  const late = await writeReport(own(), { ...whole, version: 5 });
  expect(!late.ok && late.refusal).toMatchObject({ kind: 'state' });
  await expect(writeReport(own(), { ...whole, version: 4 })).rejects.toThrow(Conflict);
  expect((await getReport(ctx, pair)).report).toMatchObject({ onBehalf: false, checkerName: ctx.actor.name });
});

test('nobody but the instructor and staff of the corner reads or writes it; only staff check [SEC-13]', async () => {
  const { ctx, own, pair } = await held();
  const whole = { ...pair, ...nothing, version: 0, input, command: 'submit' } as const;
  const forbidden = async (call: () => unknown) => {
    try {
      await call();
      return false;
    } catch (error) {
      return error instanceof Forbidden;
    }
  };
  const stranger = own('00000000-0000-4000-8000-000000000000');
  expect(await forbidden(() => writeReport(stranger, whole))).toBe(true);
  expect(await forbidden(() => getReport(stranger, pair))).toBe(true);
  expect(await forbidden(() => answerReport(own(), { ...pair, version: 1, command: 'check', reason: null }))).toBe(
    true,
  );
  expect(await forbidden(() => listReports(own(), { fiscalYear: 2022, view: 'missing' }))).toBe(true);
  expect(await forbidden(() => writeReport(desk.context({ role: 'auditor' }), whole))).toBe(true);
  await expect(getReport(desk.context({ corner: '02' }), pair)).rejects.toThrow(NotFound);
  await expect(getReport(ctx, { ...pair, visitId: "'" })).rejects.toThrow(NotFound);
  expect((await writeReport(ctx, whole)).ok).toBe(true);
  expect((await getReport(ctx, pair)).report?.onBehalf).toBe(true);
});

test('a photo needs consent, is a picture by its content, and ends on its day [SEC-17]', async () => {
  const { own, pair } = await held();
  const files = [{ name: 'a.jpg', bytes: photo }];
  const draft = { ...pair, version: 0, input: blank, command: 'save' } as const;
  const tried = async (changes: object) => {
    const written = await writeReport(own(), { ...draft, consent: 'nobody-shown', files, ...changes });
    return written.ok ? 'ok' : written.refusal.kind === 'photo' ? written.refusal.problem.kind : written.refusal.kind;
  };
  expect(await tried({ consent: undefined })).toBe('no-consent');
  expect(await tried({ files: [{ name: 'a.jpg', bytes: Buffer.from('<script>') }] })).toBe('not-a-photo');
  expect(await tried({ files: [{ name: 'a.jpg', bytes: photo.subarray(0, 12) }] })).toBe('damaged');
  expect(await tried({ files: Array.from({ length: 7 }, () => files[0]) })).toBe('too-many');
  expect(await tried({})).toBe('ok');
  const { photos } = await getReport(own(), pair);
  expect(photos).toMatchObject([{ format: 'jpeg', expiresOn: '2024-03-31' }]);
  const photoId = photos[0]?.id ?? '';
  expect((await downloadPhoto(own(), { ...pair, photoId })).format).toBe('jpeg');
  const later = desk.context({ today: '2024-04-01' });
  expect((await getReport(later, pair)).photos).toEqual([]);
  await expect(downloadPhoto(later, { ...pair, photoId })).rejects.toThrow(NotFound);
  expect(await forgetPhotos(desk.context({ today: '2024-03-31' }))).toBe(0);
  expect((await removePhoto(own(), { ...pair, photoId })).ok).toBe(true);
  expect((await getReport(own(), pair)).photos).toEqual([]);
});

test('the bytes of a photo are gone once its day is over, and no younger one or another corner’s [SEC-17]', async () => {
  const { own, pair } = await held();
  const files = [{ name: 'a.jpg', bytes: photo }];
  const draft = { ...pair, version: 0, input: blank, command: 'save', consent: 'nobody-shown', files } as const;
  expect((await writeReport(own(), draft)).ok).toBe(true);
  expect(await forgetPhotos(desk.context({ corner: '02', today: '2024-04-01' }))).toBe(0);
  expect(await forgetPhotos(desk.context({ today: '2024-03-31' }))).toBe(0);
  expect(await forgetPhotos(desk.context({ today: '2024-04-01' }))).toBe(1);
  expect(await desk.asOwner('select photo_id from activity_photo')).toEqual([]);
});
