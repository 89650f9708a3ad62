import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { writeCalendar } from './calendar-document.ts';

test('a calendar as RFC 5545 has it, checked by hand', () => {
  const document = writeCalendar({
    name: '架空 太郎の派遣',
    events: [
      {
        uid: '0b2f-35@takumi-desk',
        sequence: 3,
        changedAt: '2022-11-30T01:02:03.456Z',
        isCancelled: true,
        day: plainDate('2022-12-05'),
        startsAt: '08:30',
        endsAt: '12:00',
        summary: '架空精機株式会社, 機械加工; 実技指導の時間を長くして折り返しを確かめる',
        location: '',
        description: '派遣番号 V-001\n担当 職員\\一',
      },
    ],
  });
  expect(document).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Takumi Desk//Visits//JA',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:架空 太郎の派遣',
      'X-WR-TIMEZONE:Asia/Tokyo',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'BEGIN:VEVENT',
      'UID:0b2f-35@takumi-desk',
      'DTSTAMP:20221130T010203Z',
      'LAST-MODIFIED:20221130T010203Z',
      'SEQUENCE:3',
      'STATUS:CANCELLED',
      'DTSTART:20221204T233000Z',
      'DTEND:20221205T030000Z',
      String.raw`SUMMARY:架空精機株式会社\, 機械加工\; 実技指導の時間を`,
      ' 長くして折り返しを確かめる',
      String.raw`DESCRIPTION:派遣番号 V-001\n担当 職員\\一`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});
