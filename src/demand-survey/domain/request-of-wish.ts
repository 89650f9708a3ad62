import { programs } from '#dispatch/domain/program.ts';
import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import { daysInMonth, partsOf } from '#kernel/plain-date.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { DemandAnswer, DemandWish } from './demand-answer.ts';
import type { RecipientClass } from './recipient-class.ts';

type Asked = {
  readonly organizationNumber: string;
  readonly class: RecipientClass;
  /** The 年度 that the survey asks about. */
  readonly fiscalYear: number;
  readonly contact: Pick<DemandAnswer, 'contactName' | 'contactPhone' | 'contactEmail'>;
};

const schools: readonly RecipientClass[] = ['elementary', 'junior-high', 'school-without-code'];

/**
 * What the form of a request knows from a wish: host, trade, sessions, people, months as candidate days, content and contact.
 * Primary and junior high schools ask for 魅力講座, everybody else for 実技指導; staff may say otherwise (domain.md §5.4).
 */
export function textsOfWish(wish: DemandWish, asked: Asked): Readonly<Record<string, string>> {
  const program = schools.includes(asked.class) ? 'appeal-session' : 'practical-instruction';
  return {
    organizationNumber: asked.organizationNumber,
    program: programs.find(({ code }) => code === program)?.label ?? '',
    tradeCode: findTrade(wish.tradeCode)?.name ?? wish.tradeCode,
    content: [wish.audience, wish.content].filter(Boolean).join('\n'),
    wishedSessions: String(wish.sessions),
    expectedTrainees: wish.trainees === null ? '' : String(wish.trainees),
    candidateDates: windowsOfMonths(wish.months, asked.fiscalYear),
    contactName: asked.contact.contactName ?? '',
    contactPhone: asked.contact.contactPhone ?? '',
    contactEmail: asked.contact.contactEmail ?? '',
  };
}

/** 「2022-06-01〜2022-07-31;2023-01-01〜2023-01-31」: months that follow each other are one window. */
export function windowsOfMonths(months: readonly number[], fiscalYear: number): string {
  const { year: first } = partsOf(fiscalYearRange(fiscalYear).from);
  const places = months.map((month) => (month >= 4 ? first * 12 + month : (first + 1) * 12 + month) - 1);
  const sorted = places.toSorted((left, right) => left - right);
  const windows: { from: number; until: number }[] = [];
  for (const place of sorted) {
    const last = windows.at(-1);
    if (last && last.until + 1 === place) last.until = place;
    else windows.push({ from: place, until: place });
  }
  const yearOf = (place: number) => Math.floor(place / 12);
  const monthOf = (place: number) => (place % 12) + 1;
  const day = (place: number, date: number) =>
    `${yearOf(place)}-${String(monthOf(place)).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return windows
    .map(({ from, until }) => `${day(from, 1)}〜${day(until, daysInMonth(yearOf(until), monthOf(until)))}`)
    .join(';');
}
