import { foldKanaSound, foldSearchText } from '#kernel/japanese-text.ts';

/** What tells one person from another in the ledger. */
export type Likeness = {
  readonly nameKana: string;
  readonly birthYear: number | null;
  readonly phone: string | null;
};

/** 重複の疑い. What two records have in common: フリガナ and birth year, or the telephone. */
export type DuplicateReason = 'kana-and-birth-year' | 'phone';

export type DuplicatePair<Person> = {
  readonly one: Person;
  readonly other: Person;
  readonly reasons: readonly DuplicateReason[];
};

/** The digits of a telephone number; fewer than the shortest number in Japan tell nothing. */
const SHORTEST_PHONE = 9;

export function phoneDigits(phone: string | null): string | undefined {
  const digits = (phone ?? '').replaceAll(/\D/gu, '');
  return digits.length < SHORTEST_PHONE ? undefined : digits;
}

/** A フリガナ as it sounds, without its blanks: サトー ハナ and サトウハナ may be one person. */
function kanaAndBirthYear({ nameKana, birthYear }: Likeness): string | undefined {
  const sound = foldKanaSound(foldSearchText(nameKana));
  return birthYear === null || sound === '' ? undefined : `${birthYear} ${sound}`;
}

const marks: readonly (readonly [DuplicateReason, (person: Likeness) => string | undefined])[] = [
  ['kana-and-birth-year', kanaAndBirthYear],
  ['phone', ({ phone }) => phoneDigits(phone)],
];

/** Why two records may be one person's; nothing where they may not. */
export function reasonsFor(one: Likeness, other: Likeness): readonly DuplicateReason[] {
  return marks.filter(([, markOf]) => markOf(one) !== undefined && markOf(one) === markOf(other)).map(([name]) => name);
}

/** Every pair of a ledger that may be one person's, each pair once, in the order of the ledger. */
export function listDuplicatePairs<Person extends Likeness>(
  people: readonly Person[],
): readonly DuplicatePair<Person>[] {
  const pairs = new Map<string, DuplicatePair<Person>>();
  const places = new Map(people.map((person, place) => [person, place]));
  for (const [reason, markOf] of marks) {
    const found = groupBy(people, markOf).flatMap(pairsOf);
    for (const [one, other] of found) {
      const key = `${places.get(one)} ${places.get(other)}`;
      pairs.set(key, { one, other, reasons: [...(pairs.get(key)?.reasons ?? []), reason] });
    }
  }
  return [...pairs.values()];
}

/** A telephone that a whole firm shares would pair everybody with everybody: such a group is no suspicion. */
const LARGEST_GROUP = 5;

function groupBy<Person>(people: readonly Person[], markOf: (person: Person) => string | undefined): Person[][] {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const mark = markOf(person);
    if (mark !== undefined) groups.set(mark, [...(groups.get(mark) ?? []), person]);
  }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= LARGEST_GROUP);
}

function pairsOf<Person>(group: readonly Person[]): (readonly [Person, Person])[] {
  return group.flatMap((one, index) => group.slice(index + 1).map((other) => [one, other] as const));
}
