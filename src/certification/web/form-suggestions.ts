import type { PlainDate } from '#kernel/plain-date.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';

/** Words offered while typing: the trades of the day by name, the corner's own municipalities by code and name. */
export function formSuggestions({
  corner,
  today,
}: {
  readonly corner: string;
  readonly today: PlainDate;
}): Record<string, readonly string[]> {
  return {
    trades: listTrades(today).map(({ name }) => name),
    municipalityCode: listMunicipalities(corner).map(({ code, name }) => `${code} ${name}`),
  };
}
