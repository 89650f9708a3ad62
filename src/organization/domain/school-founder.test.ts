import { expect, test } from 'vitest';
import type { OrganizationInput } from './organization.ts';
import { checkOrganization } from './organization.ts';
import { founderOf, type HostFounder, type SchoolFounder } from './school-founder.ts';
import type { OrganizationKind } from './organization-kind.ts';

const PUBLIC_CODE = 'D135299000001';
const PRIVATE_CODE = 'D135399000001';

type Row = readonly [OrganizationKind, SchoolFounder | null, string | null, HostFounder];

test.each<Row>([
  ['technical-school', 'private', null, 'private'],
  ['technical-school', null, PUBLIC_CODE, 'public'],
  ['technical-school', null, 'D135199000001', 'national'],
  ['elementary-junior-high', null, PRIVATE_CODE, 'private'],
  ['technical-school', null, null, 'unknown'],
  ['elementary-junior-high', null, null, 'unknown'],
  ['other', 'national', null, 'national'],
  ['other', null, PUBLIC_CODE, 'public'],
  ['other', null, null, 'none'],
  ['sme', null, null, 'none'],
  ['public-place', null, null, 'none'],
])('the founder of a host %s, entered %s, with the school code %s, is %s [DAT-32]', (kind, founder, code, expected) => {
  expect(founderOf({ kind, founder, schoolCode: code })).toBe(expected);
});

function problemsOf(host: Pick<OrganizationInput, 'kind' | 'founder' | 'schoolCode'>) {
  return checkOrganization({ ...({} as OrganizationInput), municipalityCode: '352039', ...host });
}

test('a founder that contradicts the school code is refused, and so is one of what is no school [DAT-32]', () => {
  const school = { kind: 'technical-school', founder: 'public', schoolCode: PUBLIC_CODE } as const;
  expect(problemsOf(school)).toEqual([]);
  expect(problemsOf({ ...school, schoolCode: null })).toEqual([]);
  expect(problemsOf({ ...school, founder: null })).toEqual([]);
  expect(problemsOf({ ...school, schoolCode: PRIVATE_CODE })).toEqual([
    {
      key: 'founder',
      header: '設置者',
      problem: { kind: 'differs', value: '公立', record: '学校コード', expected: '私立' },
    },
  ]);
  expect(problemsOf({ ...school, kind: 'sme', schoolCode: null })).toMatchObject([
    { key: 'founder', problem: { kind: 'only-when', other: '区分', otherValue: '工業高校等・小中学校・その他' } },
  ]);
});
