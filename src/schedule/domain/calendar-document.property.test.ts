import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { writeCalendar, type CalendarEvent } from './calendar-document.ts';

const text = fc.string({
  unit: fc.constantFrom('a', '架', '𠮷', '👩‍🔧', '\\', ';', ',', ':', '"', '\n', ' ', '\\n'),
  maxLength: 120,
});
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const event: fc.Arbitrary<CalendarEvent> = fc.record({
  uid: fc.uuid(),
  sequence: fc.nat(),
  changedAt: fc.constant('2022-11-30T01:02:03.456Z'),
  isCancelled: fc.boolean(),
  day: fc.integer({ min: 0, max: 800 }).map((days) => addDays(plainDate('2022-01-01'), days)),
  startsAt: fc.option(time),
  endsAt: fc.option(time),
  summary: text,
  location: text,
  description: text,
});

type Property = { readonly name: string; readonly value: string };

/** Reads a calendar as RFC 5545 says: unfold, then name and value. */
function readBack(document: string): readonly Property[] {
  expect(document.endsWith('\r\n')).toBe(true);
  return document
    .slice(0, -2)
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1) }));
}

const unescape = (value: string) =>
  value.replaceAll(/\\([\\;,n])/gu, (_, mark: string) => (mark === 'n' ? '\n' : mark));

/** The local day and time of a UTC value, by the clock of the machine and not by the code under test. */
function inJapan(value: string): readonly [string, string] {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00Z$/u.exec(value) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour) + 9, Number(minute)));
  return [at.toISOString().slice(0, 10), at.toISOString().slice(11, 16)];
}

test('every line ends with CRLF and has at most 75 octets, and no character is cut [RFC 5545 3.1]', () => {
  fc.assert(
    fc.property(text, fc.array(event, { maxLength: 4 }), (name, events) => {
      const document = writeCalendar({ name, events });
      for (const line of document.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\r\n]/u);
      }
    }),
  );
});

test('what is written is read back: texts, times of Japan, state and order [RFC 5545 3.6.1]', () => {
  fc.assert(
    fc.property(event, (written) => {
      const properties = readBack(writeCalendar({ name: '予定', events: [written] }));
      const valueOf = (name: string) => properties.find((property) => property.name === name)?.value;
      expect(unescape(valueOf('SUMMARY') ?? '')).toBe(written.summary);
      expect(unescape(valueOf('LOCATION') ?? '')).toBe(written.location);
      expect(unescape(valueOf('DESCRIPTION') ?? '')).toBe(written.description);
      expect([valueOf('UID'), valueOf('SEQUENCE')]).toEqual([written.uid, String(written.sequence)]);
      expect(valueOf('STATUS')).toBe(written.isCancelled ? 'CANCELLED' : 'CONFIRMED');
      expect([valueOf('DTSTAMP'), valueOf('LAST-MODIFIED')]).toEqual(['20221130T010203Z', '20221130T010203Z']);
      if (written.startsAt === null) {
        expect(valueOf('DTSTART;VALUE=DATE')).toBe(written.day.replaceAll('-', ''));
        expect(valueOf('DTEND;VALUE=DATE')).toBe(addDays(written.day, 1).replaceAll('-', ''));
        return;
      }
      expect(inJapan(valueOf('DTSTART') ?? '')).toEqual([written.day, written.startsAt]);
      if (written.endsAt === null) expect(valueOf('DTEND')).toBeUndefined();
      else expect(inJapan(valueOf('DTEND') ?? '')).toEqual([written.day, written.endsAt]);
    }),
  );
});

test('no text that people typed begins a line of its own, or another event', () => {
  const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u0007\u2028\nSUMMARY:y';
  const [written] = fc.sample(event, 1);
  if (!written) throw new Error('no sample');
  const document = writeCalendar({
    name: evil,
    events: [{ ...written, summary: evil, location: evil, description: evil }],
  });
  expect(document.match(/^BEGIN:VEVENT/gmu)).toHaveLength(1);
  expect(document).not.toMatch(/[\u0000\u0007]/u);
});
