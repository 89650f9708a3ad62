/** The shape of one item of `holidays.json`. */
export type HolidayItem = { readonly date: string; readonly name: string };

/** Date and name of every holiday of the package's table, in date order. */
export function buildHolidays(table: Readonly<Record<string, { readonly name: string }>>): readonly HolidayItem[] {
  return Object.entries(table)
    .map(([date, { name }]) => ({ date, name }))
    .sort((left, right) => (left.date < right.date ? -1 : 1));
}
