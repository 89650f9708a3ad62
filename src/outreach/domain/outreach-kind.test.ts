import { expect, test } from 'vitest';
import { programs } from '#dispatch/domain/program.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { outreachKindOfVisit, outreachKinds, isOutreach } from './outreach-kind.ts';

test.each([
  ['appeal-session', 'elementary-junior-high', null, 'school-lecture'],
  ['hands-on-class', 'elementary-junior-high', null, 'school-lecture'],
  ['support-station', 'support-station', null, 'station'],
  ['hands-on-class', 'public-place', null, 'public-place'],
  ['hands-on-class', 'large-enterprise', null, 'private-place'],
  ['hands-on-class', 'other', 'fair', 'fair'],
  ['hands-on-class', 'public-place', 'fair', 'fair'],
  ['medalist-talk', 'technical-school', null, 'medalist-talk'],
  ['skilled-worker-dispatch', 'technical-school', null, 'skilled-visit'],
  // What was told no longer fits: the 事業区分 and the host win.
  ['hands-on-class', 'elementary-junior-high', 'fair', 'school-lecture'],
  ['medalist-talk', 'public-place', 'fair', 'medalist-talk'],
  // Counted nowhere, so of no kind.
  ['appeal-session', 'technical-school', null, undefined],
  ['practical-instruction', 'sme', null, undefined],
] as const)('%s at %s, told %s, is of the kind %s [Y5-19, Y5-20, Y5-22, A7-09]', (program, hostKind, told, kind) => {
  expect(outreachKindOfVisit({ program, hostKind, told })).toBe(kind);
});

test('what is told never moves a visit to another line of the report', () => {
  const lineOf = (kind: string | undefined) => outreachKinds.find(({ code }) => code === kind)?.line;
  for (const { code: program } of programs) {
    for (const { code: hostKind } of organizationKinds) {
      const line = lineOf(outreachKindOfVisit({ program, hostKind, told: null }));
      for (const { code: told } of outreachKinds) {
        expect(lineOf(outreachKindOfVisit({ program, hostKind, told }))).toBe(line);
      }
    }
  }
});

test('every 事業区分 but 実技指導 is 魅力発信', () => {
  expect(programs.filter(({ code }) => !isOutreach(code)).map(({ code }) => code)).toEqual(['practical-instruction']);
});
