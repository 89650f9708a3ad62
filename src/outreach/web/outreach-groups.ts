import type { FieldGroup } from '#record/web/record-form.tsx';
import { attendeesOf } from '../domain/attendee.ts';
import { boothLines } from '../domain/booth.ts';
import { openBoothLines, outreachFormFields } from '../domain/outreach-form.ts';
import type { OutreachKind } from '../domain/outreach-kind.ts';
import { outreachText as words } from '../text.ts';

/** The groups of the form of a kind; of a fair's lines of booths those in use are open, and one more. */
export function outreachGroups(kind: OutreachKind, texts: Readonly<Record<string, string>>): readonly FieldGroup[] {
  const has = (keys: readonly string[]) =>
    keys.filter((key) => outreachFormFields(kind).some((field) => field.key === key));
  const open = openBoothLines(texts);
  const booths = boothLines.map(({ line, keys }) => ({
    heading: words.booth(line),
    keys: Object.values(keys),
    folded: line > open,
    paired: true,
  }));
  return [
    {
      heading: words.event,
      keys: has(['number', 'title', 'requestNumber', 'organizationNumber', 'place', 'municipalityCode']),
    },
    { heading: words.when, keys: has(['visitOn', 'startsAt', 'endsAt', 'instructorNumbers', 'tradeCode']) },
    ...(kind === 'fair' ? booths : []),
    { heading: words.expectedPeople, keys: attendeesOf(kind), paired: true },
    { heading: words.note, keys: ['note'] },
  ];
}
