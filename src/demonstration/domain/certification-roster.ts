/**
 * 認定申請 of the demonstration office; every person is invented. In R4 the intake stood still from April to October while
 * the criteria were revised, and was resumed in November (domain.md §5.1, §6.1). 根拠: code, day and words. 推薦: kind,
 * name, relation, and whether kin. 手続: command and day, in order; a reason stands in `REASONS`.
 */
export const CERTIFICATION_ROSTER = `
受付番号|氏名|フリガナ|職種|部門|申請日|生年|勤務先|市区町村|根拠|根拠の日|根拠の内容|実務|指導|推薦|推薦者|関係|親族|免許|同意|判断|手続
N2016-0007|下松 弘|クダマツ ヒロシ|工場板金|||1949||下松市|||||||||||||start-draft 2016-09-05;withdraw 2016-11-21
N2021-0001|賀屋 賢治|カヤ ケンジ|電気溶接|一般|2021-12-03|1975||岩国市|top-grade|2003-09-26|1級 電気溶接（手溶接作業）|1994-04-01|2012-04-01|third-party|長谷 義郎|溶接協会の支部長|該当しない|持っていない|可|指導できる|start-draft 2021-11-15;receive 2021-12-06;call-interview 2021-12-07;pass-interview 2021-12-17;add-to-batch 2021-12-20;send 2022-01-14;begin-review 2022-01-21;certify 2022-03-18
N2021-0002|板垣 修司|イタガキ シュウジ|電気機器組立て|一般|2021-12-10|1971||柳井市|top-grade|2001-03-16|特級 電気機器組立て|1990-04-01|2010-10-01|third-party|中尾 康|元の上司|該当しない|持っていない|可|指導できる|start-draft 2021-11-22;receive 2021-12-13;add-to-batch 2021-12-20;send 2022-01-14;begin-review 2022-01-21;certify 2022-03-18
N2021-0003|能美 正志|ノウミ マサシ|家具製作|一般|2021-12-08|1966|工房くすの木|萩市|equal-skill|2006-04-01|家具製作の実務30年、県の工芸展で入選2回|1988-04-01|2015-04-01|employer|能美 トシ|事業主|該当する|持っていない|否|指導できる|start-draft 2021-11-24;receive 2021-12-13;add-to-batch 2021-12-20;send 2022-01-14;begin-review 2022-01-21;reject 2022-03-18
N2022-0001|周布 良一|スフ リョウイチ|配管|一般||1959|株式会社ながれ設備|下関市|top-grade|1998-09-25|1級 配管（建築配管作業）|1980-04-01|||||||||start-draft 2022-04-20;withdraw 2022-06-20
N2022-0002|大庭 一成|オオバ カズナリ|機械加工|一般|2022-11-01|1972|周防ほたる精機株式会社|山口市|top-grade|2004-09-24|1級 機械加工（普通旋盤作業）|1993-04-01|2009-04-01|employer|周防 明|代表取締役|該当しない|持っていない|可|指導できる|start-draft 2022-09-12;receive 2022-11-01;add-to-batch 2022-11-08;send 2022-11-11;begin-review 2022-11-16;return 2022-11-22
N2022-0003|伊佐 浩二|イサ コウジ|仕上げ|一般|2022-11-01|1968|株式会社みなも製作所|防府市|top-grade|2002-03-15|1級 仕上げ（治工具仕上げ作業）|1989-04-01|2008-04-01|employer|水本 進|工場長|該当しない|持っている|可|指導できる|start-draft 2022-09-05;receive 2022-11-01;call-interview 2022-11-02;pass-interview 2022-11-04;add-to-batch 2022-11-08;send 2022-11-11;begin-review 2022-11-16
N2022-0004|厚東 美咲|コトウ ミサキ|機械検査|DX|2022-11-04|1981|株式会社瑠璃光エンジニアリング|宇部市|top-grade|2010-10-01|1級 機械検査（機械検査作業）|2002-04-01|2013-04-01|employer|瑠璃川 誠|品質保証部長|該当しない|持っていない|可|指導できる|start-draft 2022-10-06;receive 2022-11-07;add-to-batch 2022-11-08;send 2022-11-11;begin-review 2022-11-24
N2022-0005|陶 康弘|スエ ヤスヒロ|左官|一般|2022-11-07|1963|株式会社しらかべ左官|柳井市|prefectural-award|2011-11-03|県優秀技能者表彰（左官）|1981-04-01|2012-04-01|employer|白壁 昭|代表取締役|該当しない|持っていない|可|指導できる|start-draft 2022-10-11;receive 2022-11-09;add-to-batch 2022-11-18;send 2022-11-25
N2022-0006|阿川 真琴|アガワ マコト|電工|一般|2022-11-09|1985|株式会社ともしび電機|下松市|olympics-medal|2006-11-25|技能五輪全国大会 電工 銀賞|2004-04-01|2014-04-01|employer|友石 満|部長|該当しない|持っていない|可|指導できる|start-draft 2022-10-14;receive 2022-11-10;call-interview 2022-11-11;pass-interview 2022-11-15;add-to-batch 2022-11-18;send 2022-11-25
N2022-0007|内藤 隆|ナイトウ タカシ|造園|一般|2022-11-10|1970|株式会社さざなみ造園|山口市|top-grade|2003-09-26|1級 造園（造園工事作業）|1992-04-01|2007-04-01|employer|浪岡 誠|代表取締役|該当しない|持っていない|可|指導できる|start-draft 2022-10-18;receive 2022-11-14;add-to-batch 2022-11-28
N2022-0008|楫取 久子|カトリ ヒサコ|和裁|一般|2022-11-14|1958||萩市|top-grade|1990-03-16|1級 和裁（和服製作作業）|1977-04-01|1995-04-01|third-party|三隅 澄江|和裁組合の理事長|該当しない|持っていない|可|指導できる|start-draft 2022-10-20;receive 2022-11-16;call-interview 2022-11-17;pass-interview 2022-11-22;add-to-batch 2022-11-28
N2022-0009|仁保 大樹|ニホ ダイキ|建築大工|一般|2022-11-15|1978|有限会社ひのき組|萩市|top-grade|2008-03-14|1級 建築大工（大工工事作業）|1997-04-01|2011-04-01|employer|檜垣 守|代表取締役|該当しない|持っていない|可||start-draft 2022-10-24;receive 2022-11-17;call-interview 2022-11-24
N2022-0010|吉敷 伸二|ヨシキ シンジ|塗装|一般|2022-11-18|1974||宇部市|top-grade|2007-09-28|1級 塗装（建築塗装作業）|1995-04-01|2010-04-01|third-party|床波 勇|元の勤務先の社長|該当しない|持っていない|可||start-draft 2022-10-26;receive 2022-11-21
N2022-0011|平川 翔|ヒラカワ ショウ|機械保全|一般|2022-11-21|1988|あかつき機械工業協同組合|周南市|top-grade|2018-03-16|1級 機械保全（機械系保全作業）|2007-04-01|2020-04-01|employer|暁 正|専務理事|該当しない|持っていない|可||start-draft 2022-11-01;receive 2022-11-24
N2022-0012|宮野 和代|ミヤノ カズヨ|菓子製造|一般||1969||山口市|top-grade|2001-09-28|1級 菓子製造（和菓子製造作業）|1990-04-01||third-party|宮野 修|夫|該当する||||start-draft 2022-11-10
N2022-0013|佐々並 拓也|ササナミ タクヤ|ITネットワークシステム管理|IT||1986|合同会社うみねこソフト|周防大島町|||||||||||||start-draft 2022-11-22
N2022-0014|徳佐 清志|トクサ キヨシ|鋳造||||はやぶさ板金工業株式会社|防府市|||||||||||||
N2022-0015|秋穂 恵|アイオ メグミ|婦人子供服製造|||||山口市|||||||||||||
`;

/** Why somebody took the steps that need a reason, by number and command. */
export const REASONS: Readonly<Record<string, string>> = {
  'N2016-0007 withdraw': '本人が体調を理由に辞退',
  'N2021-0003 reject': '特級・1級・単一等級と同等の技能とは認められない',
  'N2022-0001 withdraw': '受付の再開を待つ間に、本人が勤務先の都合で辞退',
  'N2022-0002 return': '合格証書の写しが不鮮明。撮り直したものを添えて再提出すること',
};

/** What the Center's certificates say: these people stand in the ledger under these numbers. */
export const CERTIFICATES: Readonly<Record<string, string>> = { 'N2021-0001': 'M-053', 'N2021-0002': 'M-054' };

/** The days on which no application was received: 令和4年度 before the new criteria. */
export const INTAKE_STOP = {
  since: '2022-04-01',
  resumedOn: '2022-11-01',
  reason: 'センターの通知による認定基準の改定',
} as const;
