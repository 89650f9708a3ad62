import { expect, test } from 'vitest';
import { renderPage } from '#ui/render-page.fixture.tsx';
import { CloseVisit } from './close-visit.tsx';

const form = {
  version: 1,
  visitOn: '',
  lead: '',
  trainees: '',
  hours: { startsAt: '', endsAt: '' },
  answer: undefined,
};

test('who comes to call a visit off finds that form open; nobody else does', () => {
  expect(renderPage(<CloseVisit {...form} cancels />)).toMatch(/<details[^>]* open=""/u);
  expect(renderPage(<CloseVisit {...form} cancels={false} />)).not.toMatch(/<details[^>]* open=""/u);
});
