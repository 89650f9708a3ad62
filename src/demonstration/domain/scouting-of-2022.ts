import { findTrade } from '#reference/domain/trade.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';
import { addDays, addMonths, datesFrom, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { ScoutingLeadInput } from '#scouting/domain/scouting-lead.ts';
import type { ScoutingVisitInput } from '#scouting/domain/scouting-visit.ts';
import type { TerritoryInput } from '#scouting/domain/territory.ts';
import { municipalityCodeOf, phoneOf } from './build-organizations.ts';
import { WORKING_DATE } from './build-visits.ts';
import { readSheet, type SheetRow } from './hand-kept-sheet.ts';
import { drawInteger, drawItem, seedRandom, type SeededRandom } from './seeded-random.ts';

/** 見本の開拓. What the coordinators of the demonstration office look after, have on their list, and did in 令和4年度. */
export type DemonstrationScouting = {
  readonly territories: readonly TerritoryInput[];
  readonly leads: readonly ScoutingLeadInput[];
  readonly visits: readonly ScoutingVisitInput[];
};

/** The first is the person of the coordinator's account. Every name is invented. */
const TERRITORIES = `
コーディネーター|市区町村|月の目標|備考
架空 次郎|山口市・防府市・周南市・下松市|8|中部
架空 四郎|岩国市・光市・柳井市・周防大島町・和木町・上関町・田布施町・平生町|6|東部
架空 五月|下関市・宇部市・山陽小野田市・萩市・長門市・美祢市・阿武町|6|西部と北部
`;

/** Firms whose people sit 技能検定 in numbers. Every firm is invented; only the municipalities are real. */
const LEADS = `
名称|フリガナ|派遣先番号|市区町村|職種|受検者数|1級以上|見送り
周南ひかり特殊鋼株式会社|シュウナンヒカリトクシュコウ||周南市|機械加工;仕上げ|42|18|
株式会社ともしび電機|トモシビデンキ|S-012|下松市|電気機器組立て|35|9|
ホムラ周防重工株式会社|ホムラスオウジュウコウ|S-051|宇部市|電気溶接;機械加工|61|40|
株式会社あおぞら車輌|アオゾラシャリョウ||下松市|電気溶接;塗装|28|14|
なみのり造船株式会社|ナミノリゾウセン||下関市|電気溶接|31|11|
つるぎ金型株式会社|ツルギカナガタ||防府市|機械加工;金型製作|22|8|
株式会社みちしお設計|ミチシオセッケイ||宇部市|機械・プラント製図|12|5|
菓子処うさぎ堂株式会社|カシドコロウサギドウ||萩市|菓子製造|9|3|
岩国あさひ化学株式会社|イワクニアサヒカガク||岩国市|化学分析|17|4|
柳井建具協同組合|ヤナイタテグキョウドウクミアイ||柳井市|建築大工|11|7|
長門石材有限会社|ナガトセキザイ||長門市|左官|6|2|休業中のため
光ダイカスト株式会社|ヒカリダイカスト||光市|機械加工|19|6|
`;

/** Further places that the coordinators go to, by municipality: hosts of the register by number, others by name. */
const PLACES = `
訪問先|市区町村|職種
S-001|山口市|機械加工
S-002|防府市|仕上げ
S-003|下松市|電気溶接
S-005|周南市|電気溶接
S-013|周南市|機械加工
S-014|防府市|機械加工
S-017|山口市|造園
S-024|周南市|機械加工
S-021|山口市|造園
ふくろう精工株式会社|周南市|機械加工
有限会社とんび製缶|防府市|電気溶接
S-009|岩国市|機械加工
S-010|光市|電気溶接
S-007|柳井市|左官
S-026|柳井市|左官
S-025|周防大島町|電気工事
和木めじろ工業株式会社|和木町|電気溶接
田布施ひばり木工所|田布施町|建築大工
S-004|宇部市|機械加工
S-008|下関市|配管
S-023|下関市|左官
S-006|萩市|建築大工
S-015|萩市|菓子製造
S-022|長門市|和裁
S-016|長門市|機械加工
S-018|美祢市|機械加工
小野田かもめ電装株式会社|山陽小野田市|電気機器組立て
`;

const SAID = [
  '若手に基本の作業を教えられる人がいない。派遣の説明をした。',
  '3級の受検者が増えた。実技の前に指導を受けたい。',
  '定年後も教えてよいという技能者がいる。認定の条件を説明した。',
  '昨年度に続き派遣を頼みたい。回数と費用を説明した。',
  '図面の読み方から教えてほしい。機械は自社で用意できる。',
  '業界団体の会合で制度の説明をさせてもらうことになった。',
] as const;

const CANDIDATES = ['架空 守', '架空 幸雄', '架空 茂', '架空 節子', '架空 悟', '架空 正則', '架空 良一'] as const;

const NEXT_STEPS = ['認定申請の説明に行く', '派遣要請書を届ける', '会合で制度を説明する', '電話で返事を聞く'] as const;

const SEED = 352_023;
const FIRST_MONTH = plainDate('2022-04-01');
const MONTHS = 9;

/** Coordinators drive out on a few days a month and call at several firms on each. */
const HOURS = ['09:30', '13:00', '15:00'] as const;
const VISITS_A_DAY = HOURS.length;
const DAYS_BETWEEN = 6;

/** Territories, leads and visits from April to December 2022; the same at every call. */
export function buildScouting(): DemonstrationScouting {
  const territories = readSheet(TERRITORIES).map(toTerritory);
  const leads = readSheet(LEADS).map(toLead);
  return { territories, leads, visits: buildScoutingVisits(territories, leads) };
}

function toTerritory(cell: SheetRow): TerritoryInput {
  return {
    coordinator: cell('コーディネーター'),
    municipalities: cell('市区町村').split('・').map(municipalityCodeOf),
    monthlyQuota: Number(cell('月の目標')),
    note: cell('備考'),
  };
}

function toLead(cell: SheetRow, index: number): ScoutingLeadInput {
  return {
    number: `L-${String(index + 1).padStart(4, '0')}`,
    name: cell('名称'),
    nameKana: cell('フリガナ'),
    organizationNumber: cell('派遣先番号') || null,
    municipalityCode: municipalityCodeOf(cell('市区町村')),
    trades: cell('職種').split(';').map(tradeCodeOf).toSorted(),
    examYear: 2021,
    examinees: Number(cell('受検者数')),
    firstGrades: Number(cell('1級以上')),
    contactName: null,
    phone: phoneOf(7, index + 1),
    note: null,
    closedReason: cell('見送り') || null,
  };
}

type Place = {
  readonly host: string;
  readonly municipalityCode: string;
  readonly trade: string;
  readonly leadNumber: string | null;
};

function listPlaces(leads: readonly ScoutingLeadInput[]): readonly Place[] {
  const known = readSheet(PLACES).map((cell) => ({
    host: cell('訪問先'),
    municipalityCode: municipalityCodeOf(cell('市区町村')),
    trade: tradeCodeOf(cell('職種')),
    leadNumber: null,
  }));
  const open = leads.filter(({ closedReason }) => closedReason === null);
  // The last leads are left for whoever tries the desk.
  const visited = open.slice(0, -4).map((lead) => ({
    host: lead.organizationNumber ?? lead.name,
    municipalityCode: lead.municipalityCode,
    trade: lead.trades[0] ?? '',
    leadNumber: lead.number,
  }));
  return [...known, ...visited];
}

function buildScoutingVisits(
  territories: readonly TerritoryInput[],
  leads: readonly ScoutingLeadInput[],
): readonly ScoutingVisitInput[] {
  const random = seedRandom(SEED);
  const places = listPlaces(leads);
  const visits = territories.flatMap(({ coordinator, municipalities, monthlyQuota }, person) => {
    const own = places.filter(({ municipalityCode }) => municipalities.includes(municipalityCode));
    return Array.from({ length: MONTHS }, (_, month) => {
      const days = listBusinessDays(addMonths(FIRST_MONTH, month));
      const count = monthlyQuota - drawInteger(random, 0, 2);
      const visited = shuffle(random, own).slice(0, count);
      return visited.map((place, index) => {
        const day =
          days[(month + 2 * person + Math.floor(index / VISITS_A_DAY) * DAYS_BETWEEN) % days.length] ?? FIRST_MONTH;
        return buildVisit(random, { coordinator, place, day, startsAt: HOURS[index % VISITS_A_DAY] ?? null });
      });
    }).flat();
  });
  return visits
    .toSorted((left, right) => (left.visitOn < right.visitOn ? -1 : left.visitOn > right.visitOn ? 1 : 0))
    .map((visit, index) => ({ ...visit, number: `S2022-${String(index + 1).padStart(4, '0')}` }));
}

function shuffle<Item>(random: SeededRandom, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([left], [right]) => left - right)
    .map(([, item]) => item);
}

function listBusinessDays(first: PlainDate): readonly PlainDate[] {
  return datesFrom(first, addDays(addMonths(first, 1), -1)).filter((day) => isBusinessDay(day));
}

type Drawn = {
  readonly coordinator: string;
  readonly place: Place;
  readonly day: PlainDate;
  readonly startsAt: string | null;
};

function buildVisit(random: SeededRandom, { coordinator, place, day, startsAt }: Drawn): ScoutingVisitInput {
  const isToCome = day >= WORKING_DATE;
  const isCancelled = !isToCome && random() < 0.05;
  const hasCandidate = random() < 0.2;
  const nextStep = random() < 0.5 ? drawItem(random, NEXT_STEPS) : null;
  const said = drawItem(random, SAID);
  const candidate = `${drawItem(random, CANDIDATES)}（${findTrade(place.trade)?.name ?? ''}1級）`;
  const isHeld = !isToCome && !isCancelled;
  return {
    number: '',
    host: place.host,
    municipalityCode: place.municipalityCode,
    visitOn: day,
    status: isToCome ? 'planned' : isCancelled ? 'cancelled' : 'held',
    needs: isHeld ? [place.trade] : null,
    said: isHeld ? said : isCancelled ? '先方の都合で延期になった。' : null,
    candidates: isHeld && hasCandidate ? [candidate] : null,
    nextStep: isHeld ? nextStep : null,
    nextOn: isHeld && nextStep !== null ? addDays(day, drawInteger(random, 7, 30)) : null,
    coordinator,
    startsAt,
    purpose: drawItem(random, ['scouting', 'scouting', 'needs', 'publicity']),
    leadNumber: place.leadNumber,
  };
}

function tradeCodeOf(name: string): string {
  const trade = findTrade(name);
  if (!trade) throw new Error(`no trade ${name}`);
  return trade.code;
}
