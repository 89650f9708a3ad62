import type { PlainDate } from '#kernel/plain-date.ts';
import { choice, choices } from '#record/domain/choice-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, Field, FieldProblem, InputOf } from '#record/domain/field.ts';
import { multiline, text } from '#record/domain/text-codecs.ts';
import { adviceAreas } from './advice-area.ts';
import { publicItems, type Consent, type PublicItem } from './public-profile.ts';
import { contestPlaces, skillContests, skillGrades } from './qualification.ts';

/** 制度. Registered under the Ministry's programme, or under a prefecture's own. */
export const instructorSchemes = [
  { code: 'mhlw', label: '厚生労働省の制度' },
  { code: 'prefecture', label: '都道府県独自の制度' },
] as const;

/** 資格と公開. What the ledger keeps of somebody besides the columns of files. */
export const profileFields = [
  { key: 'scheme', header: '制度', required: false, codec: choice(instructorSchemes) },
  {
    key: 'schemeName',
    header: '独自制度の名称',
    required: false,
    codec: text({ limit: 100 }),
    hint: '都道府県独自の制度のときに入力します',
  },
  { key: 'grade', header: '技能検定の等級', required: false, codec: choice(skillGrades) },
  { key: 'practiceFrom', header: '実務経験の開始日', required: false, codec: date(), hint: '例：1990/04/01、H2.4.1' },
  { key: 'contest', header: '技能競技大会', required: false, codec: choice(skillContests) },
  { key: 'contestPlace', header: '入賞', required: false, codec: choice(contestPlaces) },
  {
    key: 'adviceAreas',
    header: '助言できること',
    required: false,
    codec: choices(adviceAreas),
    hint: '職種の実技のほかに、企業に助言できること。本人に確かめて選びます',
  },
  {
    key: 'introduction',
    header: '紹介文',
    required: false,
    codec: multiline({ limit: 400 }),
    hint: '公開してよい内容だけを書きます',
  },
  ...consentFields('name', '氏名'),
  ...consentFields('trades', '職種'),
  ...consentFields('employer', '所属'),
  ...consentFields('introduction', '紹介文'),
  ...consentFields('municipality', '市区町村'),
] as const satisfies readonly AnyField[];

export type InstructorProfile = InputOf<typeof profileFields>;

type ConsentFields<Item extends PublicItem> = readonly [
  Field<`${Item}On`, PlainDate> & { readonly required: false },
  Field<`${Item}Until`, PlainDate> & { readonly required: false },
];

function consentFields<Item extends PublicItem>(item: Item, label: string): ConsentFields<Item> {
  const [on, until] = ['同意がないとき、取り下げたときは空にします', 'この日まで公開します'];
  return [
    { key: `${item}On`, header: `${label}の同意日`, required: false, codec: date(), hint: on },
    { key: `${item}Until`, header: `${label}の公開期限`, required: false, codec: date(), hint: until },
  ];
}

/** What the fields alone cannot tell: a consent has its last day after it, and lies not ahead; a name needs its scheme. */
export function checkProfile(profile: InstructorProfile, today: PlainDate): readonly FieldProblem[] {
  return [...checkScheme(profile), ...publicItems.flatMap((item) => checkConsent(profile, item, today))];
}

function checkScheme({ scheme, schemeName }: InstructorProfile): readonly FieldProblem[] {
  const other = { other: '制度', otherValue: '都道府県独自の制度' };
  if (scheme === 'prefecture' && schemeName === null)
    return [problemOf('schemeName', { kind: 'needed-when', ...other })];
  if (scheme !== 'prefecture' && schemeName !== null) return [problemOf('schemeName', { kind: 'only-when', ...other })];
  return [];
}

function checkConsent(profile: InstructorProfile, item: PublicItem, today: PlainDate): readonly FieldProblem[] {
  const [on, until] = [profile[`${item}On`], profile[`${item}Until`]];
  const onHeader = headerOf(`${item}On`);
  if (on === null) {
    return until === null
      ? []
      : [problemOf(`${item}On`, { kind: 'needed-when', other: headerOf(`${item}Until`), otherValue: until })];
  }
  if (on > today) return [problemOf(`${item}On`, { kind: 'in-the-future', day: on, today })];
  if (until === null) return [problemOf(`${item}Until`, { kind: 'needed-when', other: onHeader, otherValue: on })];
  if (until > on) return [];
  return [problemOf(`${item}Until`, { kind: 'not-after', value: until, other: onHeader, otherValue: on })];
}

type Key = keyof InstructorProfile;

function headerOf(key: Key): string {
  return profileFields.find((field) => field.key === key)?.header ?? key;
}

function problemOf(key: Key, problem: FieldProblem['problem']): FieldProblem {
  return { key, header: headerOf(key), problem };
}

/** The consents that a form now says, over those that stood: one that was taken out is withdrawn, and stays as such. */
export function decideConsents(
  profile: InstructorProfile,
  before: readonly Consent[],
  today: PlainDate,
): readonly Consent[] {
  return publicItems.flatMap((item): readonly Consent[] => {
    const [consentedOn, expiresOn] = [profile[`${item}On`], profile[`${item}Until`]];
    if (consentedOn !== null && expiresOn !== null) return [{ item, consentedOn, expiresOn, withdrawnOn: null }];
    const stood = before.find((consent) => consent.item === item);
    return stood ? [{ ...stood, withdrawnOn: stood.withdrawnOn ?? today }] : [];
  });
}
