import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { FilterBar } from '#ui/filter-bar.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { upkeepStates } from '../domain/upkeep.ts';
import { upkeepStateLabel, upkeepText as words } from '../text.ts';
import type { UpkeepFilters, UpkeepView } from '../upkeep-queries.server.ts';

const conditions = ['q', 'state', 'trade', 'municipality', 'activeFrom', 'activeTo'] as const;
type Typed = Readonly<Record<(typeof conditions)[number], string>>;
type DayName = 'activeFrom' | 'activeTo';

/** The conditions of an address: as typed, as understood, and the days that are none. */
export function readUpkeepFilters(url: URL): {
  readonly typed: Typed;
  readonly filters: UpkeepFilters;
  readonly unread: readonly DayName[];
} {
  const read = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const state = upkeepStates.find((known) => known === read('state')) ?? '';
  const typed: Typed = {
    q: read('q'),
    state,
    trade: findTrade(read('trade'))?.code ?? '',
    municipality: findMunicipality(read('municipality'))?.code ?? '',
    activeFrom: read('activeFrom'),
    activeTo: read('activeTo'),
  };
  const days = { activeFrom: readDay(typed.activeFrom), activeTo: readDay(typed.activeTo) };
  const unread = (['activeFrom', 'activeTo'] as const).filter((name) => typed[name] !== '' && !days[name]);
  return { typed, filters: { ...typed, state, ...days }, unread };
}

function readDay(typed: string): PlainDate | undefined {
  const read = parseJapaneseDate(typed);
  return read.ok ? read.value : undefined;
}

type Address = (changes: Record<string, string | undefined>) => string;
type Active = readonly { readonly label: string; readonly removeHref: string }[];

/** The conditions that are on, each with the way to the list without it. */
export function activeUpkeepFilters(typed: Typed, address: Address): Active {
  const shown: readonly (readonly [keyof Typed, string, string])[] = [
    ['q', words.search, typed.q],
    ['state', words.state, labelOfState(typed.state)],
    ['trade', words.trade, findTrade(typed.trade)?.name ?? ''],
    ['municipality', words.municipality, findMunicipality(typed.municipality)?.name ?? ''],
    ['activeFrom', words.activeFrom, typed.activeFrom],
    ['activeTo', words.activeTo, typed.activeTo],
  ];
  return shown
    .filter(([, , value]) => value !== '')
    .map(([name, label, value]) => ({ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }));
}

function labelOfState(code: string): string {
  const state = upkeepStates.find((known) => known === code);
  return state === undefined ? '' : upkeepStateLabel(state);
}

type Option = { readonly value: string; readonly label: string };

type BarProps = {
  readonly list: {
    readonly view: UpkeepView;
    readonly typed: Typed;
    readonly unread: readonly DayName[];
    readonly trades: readonly (Option & { readonly group: string })[];
    readonly municipalities: readonly Option[];
  };
  readonly active: Active;
  readonly clearHref: string;
};

/** What narrows the list of a view. */
export function UpkeepFilterBar({ list, active, clearHref }: BarProps) {
  const { view, typed, unread, trades, municipalities } = list;
  const errorOf = (name: DayName) => (unread.includes(name) ? words.dayUnread : undefined);
  return (
    <FilterBar
      keep={view === 'dormant' ? {} : { view }}
      active={active}
      clearHref={clearHref}
      moreOpen={Boolean(typed.municipality || typed.activeFrom || typed.activeTo)}
      more={
        <>
          <SelectField
            name="municipality"
            label={words.municipality}
            options={municipalities}
            defaultValue={typed.municipality}
          />
          <TextField
            name="activeFrom"
            label={words.activeFrom}
            defaultValue={typed.activeFrom}
            error={errorOf('activeFrom')}
            width="short"
          />
          <TextField
            name="activeTo"
            label={words.activeTo}
            defaultValue={typed.activeTo}
            error={errorOf('activeTo')}
            width="short"
          />
        </>
      }
    >
      <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={typed.q} type="search" />
      <SelectField
        name="state"
        label={words.state}
        options={upkeepStates.map((state) => ({ value: state, label: upkeepStateLabel(state) }))}
        defaultValue={typed.state}
      />
      <SelectField name="trade" label={words.trade} options={trades} defaultValue={typed.trade} />
    </FilterBar>
  );
}
