import { expect, test } from 'vitest';
import { anApplication } from '#certification/case-fixture.ts';
import { certificationRecords } from '#certification/certification-records.server.ts';
import { createCourse } from '#course/save-course.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { aScoutingLead, aScoutingVisit } from '#scouting/domain/scouting.fixture.ts';
import { scoutingLeadRecords, scoutingVisitRecords } from '#scouting/scouting-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { searchEverything } from './search-queries.server.ts';
import { listResultGroups } from './search-results.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

async function fill(): Promise<void> {
  const ctx = desk.context();
  const application = anApplication({ name: '髙橋 佐藤', nameKana: 'タカハシ サトー', employer: 'ﾏｴﾀﾞ精機' });
  await certificationRecords.create(ctx, { input: application, fiscalYear });
  await scoutingLeadRecords.create(ctx, { input: aScoutingLead({ name: '髙松金属' }), fiscalYear });
  await scoutingVisitRecords.create(ctx, { input: aScoutingVisit({ host: 'まえだ工業' }), fiscalYear });
  const input = {
    kind: 'technique' as const,
    term: null,
    days: [plainDate('2021-10-10')],
    startsAt: null,
    endsAt: null,
    mode: 'onsite' as const,
    place: '周南市産業会館',
    url: null,
    contents: ['technique'] as const,
    capacity: null,
    lecturer: '前田 一郎',
    material: null,
    note: null,
  };
  await createCourse(ctx, { input, key: undefined });
}

async function find(q: string, corner = '35') {
  const found = await searchEverything(desk.context({ corner }), { q, fiscalYear });
  const groups = found ? listResultGroups(found, { q, href: (path) => path }) : [];
  return groups.flatMap(({ items }) => items.map(({ href, name }) => `${href.replace(/\/[^/]+$/u, '')} ${name}`));
}

const application = 'certifications 髙橋 佐藤';
const visit = 'scouting まえだ工業';
const lead = 'scouting/leads 髙松金属';
const course = 'courses 指導技法等講習';

test.each([
  ['N2022-0001', [application]],
  ['高橋', [application]],
  ['さとう', [application]],
  ['マエダ', [application, visit]],
  ['Ｓ－００１', [visit]],
  ['高松', [lead]],
  ['L-001', [lead]],
  ['周南市産業会館　前田', [course]],
  ['指導技法', [course]],
  ['無い言葉', []],
])('%s finds %j in any spelling, also of another 年度 [SEA-01] [SEA-02] [SEA-03]', async (q, expected) => {
  await fill();
  expect(await find(q)).toEqual(expected);
});

test('another corner finds nothing of it, and who may read nothing searches nothing [SEC-13]', async () => {
  await fill();
  expect(await find('高橋', '34')).toEqual([]);
  for (const role of ['center', 'measureOwner', 'instructor'] as const) {
    await expect(searchEverything(desk.context({ role }), { q: '高橋', fiscalYear })).rejects.toThrow(Forbidden);
  }
});
