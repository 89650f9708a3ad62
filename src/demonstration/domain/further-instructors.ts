import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { DEMONSTRATION_CORNER } from './build-organizations.ts';
import { INSTRUCTOR_ROSTER_COLUMNS } from './instructor-roster.ts';
import { drawInteger, drawItem, seedRandom, type SeededRandom } from './seeded-random.ts';

const SEED = 352_023;
const FIRST_ORDINAL = 55;

/** How many stand in the ledger beside those of the hand-kept roster: 180 in all. */
const FURTHER = 115;

const FAMILIES = `浅原 アサハラ|有馬 アリマ|石津 イシヅ|磯村 イソムラ|上杉 ウエスギ|内海 ウツミ|大庭 オオバ|岡屋 オカヤ|尾崎 オザキ|
笠井 カサイ|川端 カワバタ|木原 キハラ|久保田 クボタ|倉重 クラシゲ|小松 コマツ|斉藤 サイトウ|坂倉 サカクラ|佐々木 ササキ|重村 シゲムラ|
末永 スエナガ|杉山 スギヤマ|瀬川 セガワ|高杉 タカスギ|田村 タムラ|津田 ツダ|豊島 トヨシマ|永冨 ナガトミ|西田 ニシダ|野村 ノムラ|
橋本 ハシモト|濱田 ハマダ|林 ハヤシ|平岡 ヒラオカ|福江 フクエ|藤永 フジナガ|堀 ホリ|前川 マエカワ|松井 マツイ|水津 スイヅ|村上 ムラカミ|
森重 モリシゲ|安田 ヤスダ|山本 ヤマモト|横山 ヨコヤマ|吉岡 ヨシオカ|和田 ワダ|渡辺 ワタナベ`;

const GIVEN = `明彦 アキヒコ|敦 アツシ|一成 カズナリ|和美 カズミ|勝也 カツヤ|喜代子 キヨコ|邦夫 クニオ|賢一 ケンイチ|浩司 コウジ|幸男 ユキオ|
茂樹 シゲキ|純子 ジュンコ|正一 ショウイチ|進 ススム|隆 タカシ|健 タケシ|忠 タダシ|辰也 タツヤ|千代 チヨ|努 ツトム|照美 テルミ|
敏夫 トシオ|智子 トモコ|直子 ナオコ|信行 ノブユキ|典子 ノリコ|晴美 ハルミ|久 ヒサシ|英明 ヒデアキ|弘美 ヒロミ|文雄 フミオ|誠 マコト|
雅之 マサユキ|学 マナブ|美穂 ミホ|光男 ミツオ|稔 ミノル|保 タモツ|康弘 ヤスヒロ|裕子 ユウコ|洋子 ヨウコ|良一 リョウイチ|玲子 レイコ`;

/** Two intakes a year, and the last one before new standards were made (domain.md §4.1). */
const INTAKES = ['2014-07-18', '2015-01-23', '2016-02-19', '2017-02-10', '2018-02-09', '2019-02-15', '2022-03-18'];
const DAYS_TO_COURSE = 25;

const MEISTER_TRADES = listTrades(plainDate('2022-11-30')).filter(({ meisterTrade }) => meisterTrade);
/** Every sixth trade has nobody yet: the ledger has gaps, as every prefecture's has. */
const TRADES = MEISTER_TRADES.filter((_, index) => index % 6 !== 5).map(({ name }) => name);

/**
 * The rest of the ledger of the demonstration office, in the columns of the roster: invented people over all
 * municipalities and most trades, of whom some are dormant and some will be within half a year (domain.md §5.2).
 */
export function listFurtherInstructors(): string {
  const random = seedRandom(SEED);
  const municipalities = listMunicipalities(DEMONSTRATION_CORNER).map(({ name }) => name);
  const names = nameInvented();
  const rows = Array.from({ length: FURTHER }, (_, index) => {
    const certifiedOn = plainDate(drawItem(random, INTAKES));
    const [name = '', kana = ''] = names[index] ?? [];
    const trade = TRADES[index % TRADES.length] ?? '';
    return [
      `M-${String(FIRST_ORDINAL + index).padStart(3, '0')}`,
      '一般',
      name,
      kana,
      String(drawInteger(random, 1947, 1984)),
      index % 4 === 0 ? [...new Set([trade, drawItem(random, TRADES)])].join(';') : trade,
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

/** Names that nobody of the roster bears: each family name with another given name. */
function nameInvented(): readonly (readonly [string, string])[] {
  const [families, given] = [FAMILIES, GIVEN].map((list) => list.split('|').map((entry) => entry.trim().split(' ')));
  return Array.from({ length: FURTHER }, (_, index) => {
    const [family = '', familyKana = ''] = families?.[index % families.length] ?? [];
    const [first = '', firstKana = ''] = given?.[(index * 4) % given.length] ?? [];
    return [`${family} ${first}`, `${familyKana} ${firstKana}`];
  });
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
