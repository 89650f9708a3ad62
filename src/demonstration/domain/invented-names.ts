/** 架空の氏名, with how it is read. */
type InventedName = { readonly name: string; readonly kana: string };

const FAMILIES = `浅原 アサハラ|有馬 アリマ|石津 イシヅ|磯村 イソムラ|上杉 ウエスギ|内海 ウツミ|大庭 オオバ|岡屋 オカヤ|尾崎 オザキ|
笠井 カサイ|川端 カワバタ|木原 キハラ|久保田 クボタ|倉重 クラシゲ|小松 コマツ|斉藤 サイトウ|坂倉 サカクラ|佐々木 ササキ|重村 シゲムラ|
末永 スエナガ|杉山 スギヤマ|瀬川 セガワ|高杉 タカスギ|田村 タムラ|津田 ツダ|豊島 トヨシマ|永冨 ナガトミ|西田 ニシダ|野村 ノムラ|
橋本 ハシモト|濱田 ハマダ|林 ハヤシ|平岡 ヒラオカ|福江 フクエ|藤永 フジナガ|堀 ホリ|前川 マエカワ|松井 マツイ|水津 スイヅ|村上 ムラカミ|
森重 モリシゲ|安田 ヤスダ|山本 ヤマモト|横山 ヨコヤマ|吉岡 ヨシオカ|和田 ワダ|渡辺 ワタナベ`;

const GIVEN = `明彦 アキヒコ|敦 アツシ|一成 カズナリ|和美 カズミ|勝也 カツヤ|喜代子 キヨコ|邦夫 クニオ|賢一 ケンイチ|浩司 コウジ|幸男 ユキオ|
茂樹 シゲキ|純子 ジュンコ|正一 ショウイチ|進 ススム|隆 タカシ|健 タケシ|忠 タダシ|辰也 タツヤ|千代 チヨ|努 ツトム|照美 テルミ|
敏夫 トシオ|智子 トモコ|直子 ナオコ|信行 ノブユキ|典子 ノリコ|晴美 ハルミ|久 ヒサシ|英明 ヒデアキ|弘美 ヒロミ|文雄 フミオ|誠 マコト|
雅之 マサユキ|学 マナブ|美穂 ミホ|光男 ミツオ|稔 ミノル|保 タモツ|康弘 ヤスヒロ|裕子 ユウコ|洋子 ヨウコ|良一 リョウイチ|玲子 レイコ`;

const families = readNames(FAMILIES);
const givenNames = readNames(GIVEN);

/** The most that differ from each other. */
export const MOST_INVENTED_NAMES = families.length * givenNames.length;

/** So many invented people, no two of one name; every family name is used before one comes again. */
export function listInventedNames(count: number): readonly InventedName[] {
  if (count > MOST_INVENTED_NAMES) throw new RangeError(`only ${MOST_INVENTED_NAMES} names are known`);
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / families.length);
    const family = families[index % families.length] as InventedName;
    const given = givenNames[((index % families.length) * 4 + round) % givenNames.length] as InventedName;
    return { name: `${family.name} ${given.name}`, kana: `${family.kana} ${given.kana}` };
  });
}

function readNames(list: string): readonly InventedName[] {
  return list.split('|').map((entry) => {
    const [name = '', kana = ''] = entry.trim().split(' ');
    return { name, kana };
  });
}
