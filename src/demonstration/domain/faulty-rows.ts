import { buildOrganizations, ORGANIZATION_HEADER } from './build-organizations.ts';

/** The rows as they should be; the mistakes are put in afterwards. */
const ROSTER = `
派遣先番号|区分|名称|フリガナ|業種|資本金|従業員数|市区町村|住所|担当者
S-201|中小企業|株式会社にじいろ精工|ニジイロセイコウ|E|1000|20|山口市|みのり台3-3|総務課　沢田 実
S-202|中小企業|株式会社きつつき木工|キツツキモッコウ|E|500|8|萩市|大橋の里40|代表　木内 守
S-203|中小企業|有限会社ふくろう金属|フクロウキンゾク|E|800|15|周南市|あけぼの工業団地20|製造課　袋井 健
S-204|中小企業|株式会社つむじ風板金|ツムジカゼバンキン|E|1200|26|光市|虹の浜1-5|工場長　辻 信夫
S-205|工業高校等|県立星影工業高等学校|ケンリツホシカゲコウギョウコウトウガッコウ|O|||宇部市|星影町1|機械科　影山 晴
S-206|中小企業|株式会社とびうお水産食品|トビウオスイサンショクヒン|E|3000|44|長門市|湯けむり町2|工務課　浦 健吾
`;

type Mistake = {
  readonly number: string;
  readonly column: (typeof ORGANIZATION_HEADER)[number];
  readonly text: string;
};

/** What people get wrong in such lists; each is found and named by the import. */
export const ORGANIZATION_MISTAKES: readonly Mistake[] = [
  { number: 'S-201', column: '法人番号', text: '1234567890123' },
  { number: 'S-201', column: '電話', text: '083-000-12' },
  { number: 'S-202', column: '区分', text: '小企業' },
  { number: 'S-202', column: 'フリガナ', text: '木つつき木工' },
  { number: 'S-203', column: '名称', text: '' },
  { number: 'S-203', column: '従業員数', text: '約15人' },
  { number: 'S-204', column: '市区町村コード', text: '35210' },
  { number: 'S-204', column: '資本金(円)', text: '1,2000,000' },
  { number: 'S-205', column: '学校コード', text: 'D1352' },
  { number: 'S-205', column: 'メール', text: 's-205@example' },
  { number: 'S-206', column: '郵便番号', text: '759-41' },
];

/** A list of 派遣先 with one or two mistakes in each row. */
export const FAULTY_ORGANIZATION_ROWS: readonly (readonly string[])[] = buildOrganizations(ROSTER).map((row) =>
  row.map((cell, index) => {
    const mistake = ORGANIZATION_MISTAKES.find(
      ({ number, column }) => number === row[0] && column === ORGANIZATION_HEADER[index],
    );
    return mistake?.text ?? cell;
  }),
);
