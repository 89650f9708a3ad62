import { addDays, type PlainDate } from '#kernel/plain-date.ts';

/** カレンダーの予定. A visit as RFC 5545 tells it to other programs; times are those of Japan. */
export type CalendarEvent = {
  /** Stays the same however often the visit moves (3.8.4.7). */
  readonly uid: string;
  /** Grows with every change (3.8.7.4). */
  readonly sequence: number;
  /** The instant of the last change, as ISO text. */
  readonly changedAt: string;
  readonly isCancelled: boolean;
  readonly day: PlainDate;
  /** HH:MM; without a beginning the event takes the whole day. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
};

export type CalendarDocument = { readonly name: string; readonly events: readonly CalendarEvent[] };

/** No line is longer than this, its end not counted (RFC 5545 3.1). */
const MOST_OCTETS = 75;
const END = '\r\n';

/** A calendar as text/calendar (RFC 5545): CRLF, folded lines, escaped texts, times in UTC. */
export function writeCalendar({ name, events }: CalendarDocument): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Takumi Desk//Visits//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Tokyo',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.flatMap(writeEvent),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldLine(line) + END).join('');
}

function writeEvent(event: CalendarEvent): readonly string[] {
  const { uid, sequence, changedAt, isCancelled, summary, location, description } = event;
  const changed = utcOfInstant(changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...writeTimes(event),
    `SUMMARY:${escapeText(summary)}`,
    ...(location === '' ? [] : [`LOCATION:${escapeText(location)}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

/** From beginning to end; a whole day where nobody knows the beginning, no length where nobody knows the end. */
function writeTimes({ day, startsAt, endsAt }: CalendarEvent): readonly string[] {
  if (startsAt === null)
    return [`DTSTART;VALUE=DATE:${digitsOf(day)}`, `DTEND;VALUE=DATE:${digitsOf(addDays(day, 1))}`];
  return [`DTSTART:${utcOf(day, startsAt)}`, ...(endsAt === null ? [] : [`DTEND:${utcOf(day, endsAt)}`])];
}

const HOURS_AHEAD = 9;

/** Japan keeps nine hours ahead of UTC all year: no rule of a time zone has to be sent along. */
function utcOf(day: PlainDate, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const isDayBefore = hours < HOURS_AHEAD;
  const hour = hours - HOURS_AHEAD + (isDayBefore ? 24 : 0);
  return `${digitsOf(isDayBefore ? addDays(day, -1) : day)}T${twoDigits(hour)}${twoDigits(minutes)}00Z`;
}

function utcOfInstant(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}

function digitsOf(day: PlainDate): string {
  return day.replaceAll('-', '');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** TEXT of RFC 5545 3.3.11: its four characters escaped, line ends as \n, other control characters left out. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll(/[\p{Cc}]/gu, '');
}

/** A long line goes on after CRLF and a blank; no character is cut in two (3.1). */
function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join(`${END} `);
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}
