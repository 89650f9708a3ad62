import { formatSlashDate } from '#kernel/japanese-era.ts';
import { parsePlainDate } from '#kernel/plain-date.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { courseStatus } from '../domain/course-status.ts';
import { courseText } from '../text.ts';

type Texts = Readonly<Record<string, string>>;

/** Values as staff read them, in place of the texts of files: days with their weekday, codes with their name (WRT-03). */
export function showValues(texts: Texts): Record<string, string> {
  const shown = Object.entries(readers).map(([key, read]) => [key, texts[key] ? read(texts[key]) : ''] as const);
  return Object.fromEntries(shown.filter(([, text]) => text !== ''));
}

const readers: Readonly<Record<string, (text: string) => string>> = {
  birthYear: (text) => `${text}年`,
  trades: (text) => text.replaceAll(';', '、'),
  municipalityCode: (text) => {
    const municipality = findMunicipality(text);
    return municipality ? `${municipality.name}（${text}）` : text;
  },
  certifiedOn: dayText,
  course: (text) => {
    const read = courseStatus().parse(text);
    return read.ok ? courseText(read.value) : text;
  },
  availableWeekdays: (text) => text.replaceAll(';', '・'),
  hostKinds: (text) => text.replaceAll(';', '・'),
  hostFounders: (text) => text.replaceAll(';', '・'),
  unavailableDates: (text) => text.split(';').map(dayText).join('、'),
};

function dayText(text: string): string {
  const read = parsePlainDate(text);
  return read.ok ? formatSlashDate(read.value) : text;
}
