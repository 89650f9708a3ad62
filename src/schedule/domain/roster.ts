import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { kana, name, text } from '#record/domain/text-codecs.ts';
import { ageOrBirthYear } from './age-or-birth-year.ts';
import type { VisitStatus } from './visit-status.ts';

/** The columns of 受講者名簿, in the order of the paper: as little of a person as it asks for. */
export const rosterFields = [
  { key: 'name', header: '氏名', required: true, codec: name({ limit: 50 }), personal: true },
  { key: 'nameKana', header: 'フリガナ', required: false, codec: kana({ limit: 50 }), personal: true },
  { key: 'age', header: '年齢か生年', required: false, codec: ageOrBirthYear(), personal: true },
  { key: 'affiliation', header: '所属・学年', required: false, codec: text({ limit: 50 }), personal: true },
  { key: 'aimedGrade', header: '目標の級', required: false, codec: text({ limit: 20 }), personal: true },
] as const satisfies readonly AnyField[];

/** 受講者名簿の1行. One person who is to be taught. */
export type RosterLine = InputOf<typeof rosterFields>;

/** The same with the 出席: null until it was recorded. */
export type RosterEntry = RosterLine & { readonly present: boolean | null };

/** More people than this are counted by number. */
export const MOST_TRAINEES = 200;

/** Why a roster stays as it was. */
export type RosterRefusal =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-many'; readonly limit: number; readonly count: number }
  | { readonly kind: 'nothing-earlier' }
  | { readonly kind: 'no-roster' }
  | { readonly kind: 'not-yet'; readonly day: PlainDate };

/** How many stand on the roster, and how many of them came; `present` is null until 出席 was recorded. */
export type RosterCount = { readonly listed: number; readonly present: number | null };

/** 受講者 of a roster (contract.md §4: people who attended). Whoever was added after the ticks counts once ticked. */
export function countRoster(entries: readonly Pick<RosterEntry, 'present'>[]): RosterCount {
  const isRecorded = entries.some(({ present }) => present !== null);
  return {
    listed: entries.length,
    present: isRecorded ? entries.filter(({ present }) => present === true).length : null,
  };
}

type Visit = { readonly status: VisitStatus; readonly visitOn: PlainDate };
type Changed = Result<readonly RosterEntry[], RosterRefusal>;

/** Whether the roster may become this: not of a visit that was called off, and not longer than a sheet can hold. */
export function changeRoster({ status }: Visit, entries: readonly RosterEntry[]): Changed {
  if (status === 'cancelled') return refuse({ kind: 'cancelled' });
  if (entries.length > MOST_TRAINEES) return refuse({ kind: 'too-many', limit: MOST_TRAINEES, count: entries.length });
  return accept(entries);
}

/** 前回の名簿を引き継ぐ: the people of an earlier visit behind those who stand there already, nobody twice; nobody came yet. */
export function carryRoster(visit: Visit, own: readonly RosterEntry[], earlier: readonly RosterLine[]): Changed {
  if (earlier.length === 0) return refuse({ kind: 'nothing-earlier' });
  const known = new Set(own.map(keyOf));
  const taken = earlier.filter((line) => !known.has(keyOf(line))).map((line) => ({ ...line, present: null }));
  return changeRoster(visit, [...own, ...taken]);
}

function keyOf({ name: called, affiliation }: RosterLine): string {
  return JSON.stringify([called, affiliation]);
}

/** 出席の記録: who of the roster came, by place in it; on the day at the earliest. */
export function tickRoster(
  visit: Visit,
  own: readonly RosterEntry[],
  { came, today }: { readonly came: ReadonlySet<number>; readonly today: PlainDate },
): Changed {
  if (own.length === 0) return refuse({ kind: 'no-roster' });
  if (visit.visitOn > today) return refuse({ kind: 'not-yet', day: visit.visitOn });
  return changeRoster(
    visit,
    own.map((entry, index) => ({ ...entry, present: came.has(index + 1) })),
  );
}
