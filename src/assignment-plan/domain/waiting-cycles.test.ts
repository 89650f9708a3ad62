import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { findWaitingCycles, type MovingSession } from './waiting-cycles.ts';

/** `R A5>B6`: request R, whose visit of A on the 5th becomes one of B on the 6th; `R >B6` is planned anew. */
function sessionOf(text: string): MovingSession {
  const [requestId = '', move = ''] = text.split(' ');
  const [from = '', to = ''] = move.split('>');
  const side = (told: string) => ({
    instructorIds: [told.slice(0, 1)],
    visitOn: plainDate(`2022-12-${told.slice(1).padStart(2, '0')}`),
  });
  return { requestId, ...side(to), replaces: from === '' ? null : side(from) };
}

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['nothing moves', [], []],
  ['one moves', ['R A5>A6'], []],
  ['one waits for another that waits for nobody', ['R A5>A6', 'S A6>B7'], []],
  ['two change days', ['R A5>A6', 'S A6>A5'], ['R S', 'R S']],
  ['three follow each other round', ['R A5>A6', 'S A6>A7', 'T A7>A5'], ['R S T', 'R S T']],
  ['one waits for two who change days', ['Q >A5', 'R A5>A6', 'S A6>A5'], ['R S', 'R S']],
  ['two change people on days of their own', ['R A5>B5', 'S B6>A6'], ['R S']],
  ['two change days, and two others', ['R A5>A6', 'S A6>A5', 'T B5>B6', 'U B6>B5'], ['R S', 'T U', 'R S', 'T U']],
  ['the visits of one request change days', ['R A5>A6', 'R A6>A5'], []],
])('where %s, requests that wait for each other are found together', (_, sessions, circles) => {
  expect(findWaitingCycles(sessions.map(sessionOf)).map((circle) => circle.join(' '))).toEqual(circles);
});
