import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programs } from '#dispatch/domain/program.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { countMetrics, type MetricCount } from './count-metrics.ts';
import type { VisitGroup } from './visit-group.ts';

const aGroup: fc.Arbitrary<VisitGroup> = fc.record({
  program: fc.constantFrom(...programs.map(({ code }) => code)),
  organizationKind: fc.constantFrom(...organizationKinds.map(({ code }) => code)),
  status: fc.constantFrom('planned', 'held', 'cancelled'),
  past: fc.boolean(),
  visits: fc.integer({ min: 1, max: 200 }),
  trainees: fc.integer({ min: 0, max: 5000 }),
  hosts: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
});

const none = { past: 0, ahead: 0 };
const count = (visits: readonly VisitGroup[]) =>
  countMetrics({ visits, certified: none, courseDays: none, answers: [] });
const add = (...counts: readonly MetricCount[]) => ({
  actual: counts.reduce((sum, { actual }) => sum + (actual ?? 0), 0),
  scheduled: counts.reduce((sum, { scheduled }) => sum + (scheduled ?? 0), 0),
});

test('totals are the sum of their lines [contract §4]', () => {
  fc.assert(
    fc.property(fc.array(aGroup), (groups) => {
      const { counts } = count(groups);
      expect(counts['visits.total']).toEqual(
        add(counts['visits.sme'], counts['visits.school'], counts['visits.other']),
      );
      expect(counts['trainees.total']).toEqual(
        add(counts['trainees.sme'], counts['trainees.school'], counts['trainees.other']),
      );
      expect(counts['output.personDays']).toEqual(counts['trainees.total']);
    }),
  );
});

test('every visit is in one figure, not reported yet, in no metric, or cancelled: none is lost', () => {
  fc.assert(
    fc.property(fc.array(aGroup), (groups) => {
      const { counts, unreported, uncounted } = count(groups);
      const sessions = [
        'visits.total',
        'skilled.visits',
        'medalist.sessions',
        'outreach.school.sessions',
        'outreach.station.visits',
        'outreach.place.sessions',
      ] as const;
      const { actual, scheduled } = add(...sessions.map((key) => counts[key]));
      const cancelled = groups
        .filter(({ status }) => status === 'cancelled')
        .reduce((sum, { visits }) => sum + visits, 0);
      const all = groups.reduce((sum, { visits }) => sum + visits, 0);
      expect(actual + scheduled + unreported + uncounted + cancelled).toBe(all);
    }),
  );
});

test('a place that was reached is no further place when it is planned again', () => {
  const station = { program: 'support-station', organizationKind: 'support-station', visits: 2, trainees: 5 } as const;
  const { counts } = count([
    { ...station, status: 'held', past: true, hosts: ['a', 'b'] },
    { ...station, status: 'planned', past: false, hosts: ['b', 'c'] },
    { ...station, status: 'cancelled', past: true, hosts: ['d'] },
  ]);
  expect(counts['outreach.station.places']).toEqual({ actual: 2, scheduled: 1 });
});
