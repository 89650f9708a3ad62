import { addDays, datesFrom, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { ScoutingVisitInput } from '#scouting/domain/scouting-visit.ts';
import type { TerritoryInput } from '#scouting/domain/territory.ts';
import { buildCertifications, type BuiltCertification } from './build-certifications.ts';
import { phoneOf } from './build-organizations.ts';
import { WORKING_DATE } from './build-visits.ts';
import { CERTIFICATION_BATCHES, type BuiltBatch } from './certification-batches.ts';
import { listInventedNames } from './invented-names.ts';
import { NATIONAL_SIZE } from './national-office.ts';
import { drawInteger, drawItem, seedRandom } from './seeded-random.ts';

const FISCAL_YEAR = 2022;
/** Offices do not all work on the same day: each is so many days earlier than that of prefecture 35, or fewer. */
const MOST_DAYS_EARLIER = 6;
/** Who of the roster has a likeness in an office: returned, under review, sent, received, being written; in every other one DX too. */
const LIKE = ['N2022-0002', 'N2022-0003', 'N2022-0005', 'N2022-0006', 'N2022-0010', 'N2022-0013'] as const;
const LIKE_OF_EVERY_OTHER = 'N2022-0004';
const CANDIDATES_BLOCK = 9;

/** The applications of one office of a national demonstration and the bundles in which they went to the Center. */
export type NationalCandidates = {
  readonly certifications: readonly BuiltCertification[];
  readonly batches: readonly BuiltBatch[];
};

/** 認定申請 of an office: the steps of prefecture 35 with other people, some days earlier. The same at every call. */
export function buildNationalCandidates(prefecture: string): NationalCandidates {
  const random = seedRandom(1000 + Number(prefecture));
  const places = listMunicipalities(prefecture, WORKING_DATE);
  const earlier = Number(prefecture) % (MOST_DAYS_EARLIER + 1);
  const back = <Day extends PlainDate | null>(day: Day) => (day === null ? day : addDays(day, -earlier));
  const wanted: readonly string[] = Number(prefecture) % 2 === 0 ? LIKE : [...LIKE, LIKE_OF_EVERY_OTHER];
  const people = listInventedNames(NATIONAL_SIZE.instructors + wanted.length).slice(NATIONAL_SIZE.instructors);
  const certifications = buildCertifications()
    .filter(({ input }) => wanted.includes(input.number))
    .map(({ input, moves }, index) => ({
      input: {
        ...input,
        name: people[index]?.name ?? input.name,
        nameKana: people[index]?.kana ?? input.nameKana,
        appliedOn: back(input.appliedOn),
        employer: input.employer && `架空第${index + 1}製作所`,
        municipalityCode: drawItem(random, places).code,
        phone: phoneOf(CANDIDATES_BLOCK, drawInteger(random, 0, 900)),
        recommenderName: input.recommenderName && '架空 花子',
      },
      moves: moves.map((move) => ({ ...move, happenedOn: back(move.happenedOn) })),
    }));
  const day = (text: string) => back(plainDate(text));
  const batches = CERTIFICATION_BATCHES.filter(
    ({ fiscalYear, sentOn }) => fiscalYear === FISCAL_YEAR && sentOn !== null,
  ).map((batch) => ({
    ...batch,
    filledOn: day(batch.filledOn),
    sentOn: batch.sentOn && day(batch.sentOn),
    receivedOn: batch.receivedOn && day(batch.receivedOn),
    documentNumber: `能開発第${100 * batch.round + Number(prefecture)}号`,
  }));
  return { certifications, batches };
}

/** What the coordinator of an office looks after, and where they went in 令和4年度. */
export type NationalScouting = {
  readonly territories: readonly TerritoryInput[];
  readonly visits: readonly ScoutingVisitInput[];
};

const COORDINATOR = '架空 次郎';
const MONTHLY_QUOTA = 4;
const TRADES = ['機械加工', '電気溶接', '建築大工', '左官', '造園'].map((name) => findTrade(name)?.code ?? '');
const DAYS_BETWEEN = 9;

/** 開拓 of an office: one territory, and visits from spring to a few that are still to come. The same at every call. */
export function buildNationalScouting(prefecture: string): NationalScouting {
  const random = seedRandom(2000 + Number(prefecture));
  const municipalities = listMunicipalities(prefecture, WORKING_DATE).map(({ code }) => code);
  const first = addDays(plainDate('2022-05-09'), Number(prefecture) % DAYS_BETWEEN);
  const days = datesFrom(first, plainDate('2022-12-16')).filter((_, index) => index % DAYS_BETWEEN === 0);
  const visits = days.map((day, index): ScoutingVisitInput => {
    const isToCome = day >= WORKING_DATE;
    const hasCandidate = !isToCome && random() < 0.2;
    return {
      number: `S2022-${String(index + 1).padStart(4, '0')}`,
      host: `架空第${index + 1}工業`,
      municipalityCode: drawItem(random, municipalities),
      visitOn: nextBusinessDay(day),
      status: isToCome ? 'planned' : 'held',
      needs: isToCome ? null : [drawItem(random, TRADES)],
      said: isToCome ? null : '若手の技能検定の指導を頼みたい。',
      candidates: hasCandidate ? [`架空 ${index + 1}郎（1級）`] : null,
      nextStep: null,
      nextOn: null,
      coordinator: COORDINATOR,
      startsAt: '10:00',
      purpose: 'scouting',
      leadNumber: null,
    };
  });
  const territory = { coordinator: COORDINATOR, municipalities, monthlyQuota: MONTHLY_QUOTA, note: null };
  return { territories: [territory], visits };
}

function nextBusinessDay(day: PlainDate): PlainDate {
  return isBusinessDay(day) ? day : nextBusinessDay(addDays(day, 1));
}
