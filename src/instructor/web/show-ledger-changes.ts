import { formatSlashDate } from '#kernel/japanese-era.ts';
import { dayInJapan } from '#account/api-tokens.server.ts';
import type { AnyField } from '#record/domain/field.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { instructorFields } from '../domain/instructor-fields.ts';
import type { MovingKey } from '../domain/ledger-changes.ts';
import type { ToldChange } from '../ledger-changes.server.ts';
import { instructorText as words } from '../text.ts';
import { showValues } from './show-values.ts';

/** 台帳の異動, newest first: from which day, what, from what to what, and who entered it. */
export function showLedgerChanges(changes: readonly ToldChange[]) {
  return changes.map(({ sequence, occurredAt, actorName, key, before, after }) => ({
    key: `${sequence} ${key}`,
    day: formatSlashDate(dayInJapan(occurredAt)),
    item: key === 'municipalityCode' ? words.municipality : headerOf(key),
    before: shownValue(key, before),
    after: shownValue(key, after),
    who: actorName,
  }));
}

function headerOf(key: MovingKey): string {
  return instructorFields.find((field) => field.key === key)?.header ?? key;
}

/** As the page of the person shows it; the town without its number. */
function shownValue(key: MovingKey, value: unknown): string {
  const fields: readonly AnyField[] = instructorFields.filter((field) => field.key === key);
  const texts: Readonly<Record<string, string>> = formatFields(fields, { [key]: value });
  const text = showValues(texts)[key] ?? texts[key] ?? '';
  return text.replace(/（\d{6}）$/u, '');
}
