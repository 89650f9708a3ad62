import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { DEMONSTRATION_CORNER } from './build-organizations.ts';
import { INSTRUCTOR_ROSTER_COLUMNS } from './instructor-roster.ts';
import { listInventedNames } from './invented-names.ts';
import { drawInteger, drawItem, seedRandom, type SeededRandom } from './seeded-random.ts';

const SEED = 352_023;
const FIRST_ORDINAL = 55;

/** How many stand in the ledger beside those of the hand-kept roster: 180 in all. */
const FURTHER = 115;

/** Two intakes a year, and the last one before new standards were made (domain.md §4.1). */
const INTAKES = ['2014-07-18', '2015-01-23', '2016-02-19', '2017-02-10', '2018-02-09', '2019-02-15', '2022-03-18'];
/** In the same 年度: in 令和4年度 no course had been held by the working date (domain.md §6.1). */
const DAYS_TO_COURSE = 10;

/** Nobody was certified yet in the trades that were added in October 2022. */
const MEISTER_TRADES = listTrades(plainDate('2022-03-18')).filter(({ meisterTrade }) => meisterTrade);
/** Every sixth trade has nobody yet: the ledger has gaps, as every prefecture's has. */
const TRADES = MEISTER_TRADES.filter((_, index) => index % 6 !== 5).map(({ name }) => name);

/**
 * The rest of the ledger of the demonstration office, in the columns of the roster: invented people over all
 * municipalities and most trades, of whom some are dormant and some will be within half a year (domain.md §5.2).
 */
export function listFurtherInstructors(): string {
  const random = seedRandom(SEED);
  const municipalities = listMunicipalities(DEMONSTRATION_CORNER).map(({ name }) => name);
  const names = listInventedNames(FURTHER);
  const rows = Array.from({ length: FURTHER }, (_, index) => {
    const certifiedOn = plainDate(drawItem(random, INTAKES));
    const { name = '', kana = '' } = names[index] ?? {};
    const trade = TRADES[index % TRADES.length] ?? '';
    return [
      `M-${String(FIRST_ORDINAL + index).padStart(3, '0')}`,
      '一般',
      name,
      kana,
      String(drawInteger(random, 1947, 1984)),
      index % 4 === 0 ? `${trade};${TRADES[(index + 1) % TRADES.length]}` : trade,
      '',
      municipalities[(index * 5) % municipalities.length] ?? '',
      certifiedOn,
      drawCourse(certifiedOn, random),
      drawLastActivity(certifiedOn, random),
      String(drawInteger(random, 6, 30)),
      drawItem(random, ['', '', '火;木', '月;水;金', '土']),
      '',
      random() < 0.8 ? '可' : '否',
    ].join('|');
  });
  return [INSTRUCTOR_ROSTER_COLUMNS, ...rows].join('\n');
}

function drawCourse(certifiedOn: PlainDate, random: SeededRandom): string {
  const drawn = random();
  if (drawn < 0.15) return '免除';
  return drawn < 0.25 ? '未受講' : addDays(certifiedOn, DAYS_TO_COURSE);
}

/** Of ten people two were last active more than three years before the working date and one soon will have been. */
function drawLastActivity(certifiedOn: PlainDate, random: SeededRandom): string {
  if (certifiedOn >= '2022-01-01') return '';
  const drawn = random();
  if (drawn < 0.2) return addDays(plainDate('2019-03-01'), drawInteger(random, 0, 270));
  if (drawn < 0.3) return addDays(plainDate('2019-12-02'), drawInteger(random, 0, 170));
  return addDays(plainDate('2020-08-03'), drawInteger(random, 0, 580));
}
