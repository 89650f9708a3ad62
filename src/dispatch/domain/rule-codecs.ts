import { foldNumeric, foldWidth } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { organizationKinds, type OrganizationKind } from '#organization/domain/organization-kind.ts';
import type { Codec, Problem } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { programs, type Program } from './program.ts';

const MOST_ENTRIES = 50;
const MINUTES_AN_HOUR = 60;

/** 「中小企業=20」「中小企業/魅力講座=2」: at most so many sessions for a class, of one 事業区分 or of all. */
export type SessionCap = {
  readonly kind: OrganizationKind;
  readonly program: Program | null;
  readonly sessions: number;
};

/** 「実技指導=1〜3」 in hours outside, minutes inside, both bounds included. */
export type SessionHours = { readonly program: Program; readonly minMinutes: number; readonly maxMinutes: number };

type Entries<Entry> = {
  readonly example: string;
  readonly read: (key: string, value: string) => Entry | undefined;
  /** What may stand only once in the list. */
  readonly keyOf: (entry: Entry) => string;
  readonly write: (entry: Entry) => string;
};

/** Entries 「名称=値」 separated by `;`, each name once. */
function entries<Entry>({ example, read, keyOf, write }: Entries<Entry>): Codec<readonly Entry[]> {
  return {
    control: 'list',
    format: (list) => list.map(write).join(';'),
    parse(typed): Result<readonly Entry[], Problem> {
      const parts = typed.split(/[;；\n]/u).filter((part) => part.trim() !== '');
      if (parts.length > MOST_ENTRIES) return refuse({ kind: 'too-many', limit: MOST_ENTRIES, count: parts.length });
      const found = new Map<string, Entry>();
      for (const part of parts) {
        const [, key = '', value = ''] = /^([^=]+)=(.+)$/u.exec(foldWidth(part).trim()) ?? [];
        const entry = read(key.trim(), value.trim());
        if (entry === undefined) return refuse({ kind: 'wrong-form', value: part.trim(), example });
        if (found.has(keyOf(entry))) return refuse({ kind: 'repeated', value: key.trim() });
        found.set(keyOf(entry), entry);
      }
      return accept([...found.values()]);
    },
  };
}

function codeOf<Code extends string>(
  list: readonly { readonly code: Code; readonly label: string }[],
  text: string,
): Code | undefined {
  return list.find(({ code, label }) => code === text || foldWidth(label) === text)?.code;
}

function labelOf(list: readonly { readonly code: string; readonly label: string }[], code: string): string {
  return list.find((each) => each.code === code)?.label ?? code;
}

/** The caps of a rule table, one for each class, or for each class and 事業区分. */
export function sessionCaps(): Codec<readonly SessionCap[]> {
  return entries({
    example: '中小企業=20;工業高校等=10;小中学校/魅力講座=2',
    read(key, value): SessionCap | undefined {
      const [kindText = '', programText] = key.split('/');
      const kind = codeOf(organizationKinds, kindText.trim());
      const program = programText === undefined ? null : codeOf(programs, programText.trim());
      const sessions = integer({ min: 1, max: 999 }).parse(value);
      return kind && program !== undefined && sessions.ok ? { kind, program, sessions: sessions.value } : undefined;
    },
    keyOf: ({ kind, program }) => `${kind} ${program ?? ''}`,
    write: ({ kind, program, sessions }) =>
      `${labelOf(organizationKinds, kind)}${program ? `/${labelOf(programs, program)}` : ''}=${sessions}`,
  });
}

/** The hours of one session by 事業区分: one number, or 「最短〜最長」. */
export function sessionHours(): Codec<readonly SessionHours[]> {
  return entries({
    example: '実技指導=1〜3;魅力講座=2',
    read(key, value): SessionHours | undefined {
      const program = codeOf(programs, key);
      const [, from, until] =
        /^(\d{1,2}(?:\.\d{1,2})?)(?:[〜~～-](\d{1,2}(?:\.\d{1,2})?))?$/u.exec(foldNumeric(value)) ?? [];
      if (!program || from === undefined) return undefined;
      const minMinutes = Math.round(Number(from) * MINUTES_AN_HOUR);
      const maxMinutes = Math.round(Number(until ?? from) * MINUTES_AN_HOUR);
      return minMinutes > 0 && minMinutes <= maxMinutes && maxMinutes <= 12 * MINUTES_AN_HOUR
        ? { program, minMinutes, maxMinutes }
        : undefined;
    },
    keyOf: ({ program }) => program,
    write: ({ program, minMinutes, maxMinutes }) =>
      `${labelOf(programs, program)}=${[...new Set([minMinutes, maxMinutes])].map(hoursText).join('〜')}`,
  });
}

/** Minutes as hours: 90 is 1.5. */
export function hoursText(minutes: number): string {
  return String(Math.round((minutes / MINUTES_AN_HOUR) * 100) / 100);
}
