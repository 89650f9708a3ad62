import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { reportStateRefusalText } from '../text.ts';
import { photoExpiry } from './photo.ts';
import { checkWhole, reportFields, type ReportInput } from './report-fields.ts';
import { moveReport, reportCommands, reportStates, reportTable, type ReportState } from './report-state.ts';

test('no sequence of commands leaves the table, and a report goes back only with a reason', () => {
  const step = fc.tuple(fc.constantFrom(...reportCommands), fc.constantFrom(null, '  ', '人数が違います'));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (sequence) => {
      let state: ReportState = 'draft';
      for (const [command, reason] of sequence) {
        const moved = moveReport(state, command, reason);
        if (!moved.ok) continue;
        expect(reportTable[state][command]).toBe(moved.value);
        if (command === 'return') expect(reason?.trim()).toBeTruthy();
        state = moved.value;
      }
    }),
  );
});

test('every cell that the table leaves out is refused with a Japanese sentence', () => {
  for (const { code } of reportStates)
    for (const command of reportCommands) {
      const moved = moveReport(code, command, '理由');
      expect(moved.ok).toBe(reportTable[code][command] !== undefined);
      if (!moved.ok) expect(reportStateRefusalText(moved.refusal)).toMatch(/[ぁ-ん]/u);
    }
});

const input: ReportInput = {
  content: '旋盤の段取り\n芯出し',
  trainees: 5,
  understanding: 'most',
  problems: null,
  nextTime: null,
};

test('a report reads back what it writes', () => {
  expect(parseFields(reportFields, formatFields(reportFields, input))).toEqual({ ok: true, value: input });
});

test('a draft may be empty; content, persons and understanding are needed to hand it in', () => {
  expect(checkWhole(input)).toEqual([]);
  const missing = checkWhole({ ...input, content: null, trainees: null, understanding: null });
  expect(missing.map(({ key }) => key)).toEqual(['content', 'trainees', 'understanding']);
  expect(checkWhole({ ...input, trainees: 0 })).toEqual([]);
});

test.each([
  ['2022-04-01', '2024-03-31'],
  ['2023-03-31', '2024-03-31'],
  ['2023-04-01', '2025-03-31'],
])('a photo of a visit on %s is kept until %s [SEC-17]', (visitOn, until) => {
  expect(photoExpiry(plainDate(visitOn))).toBe(until);
});
