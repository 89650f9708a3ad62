import type { Context } from '#platform/context.server.ts';
import { writeCsv } from '#platform/tabular/write-table.server.ts';
import type { TransferKindName } from './domain/transfer-kind.ts';
import { importFile, type FileImport, type FileOutcome } from './import-file.server.ts';

/** Rows of a file for a test, by header. */
export type FixtureRow = Readonly<Record<string, string>>;

/** A CSV file of rows; the columns are those of the first row. */
export function csvOf(rows: readonly FixtureRow[], encoding: 'utf8' | 'cp932' = 'utf8'): Uint8Array {
  const header = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => header.map((name) => row[name] ?? ''));
  const written = writeCsv({ header, rows: cells, encoding });
  if (!written.ok) throw new Error(JSON.stringify(written.refusal));
  return written.value;
}

/** Text as the bytes of a file, nothing added. */
export function bytesOf(text: string): Uint8Array {
  return Buffer.from(text);
}

/** Imports a file of rows, or bytes, into 令和4年度. */
export function importRows(
  ctx: Context,
  kind: TransferKindName,
  rows: readonly FixtureRow[] | Uint8Array,
  options: Partial<FileImport> = {},
): Promise<FileOutcome> {
  const bytes = rows instanceof Uint8Array ? rows : csvOf(rows);
  return importFile(ctx, { kind, bytes, fileName: '名簿.csv', fiscalYear: 2022, dryRun: false, ...options });
}

/** An organization that passes, with whatever matters to the test. */
export function organizationRow(changes: FixtureRow = {}): FixtureRow {
  return { 派遣先番号: 'O-1', 区分: '中小企業', 名称: '架空精機', 市区町村コード: '352039', ...changes };
}

/** One record of every kind and more, with the values that files lose most easily. Each kind needs those before it. */
export const difficultRows: readonly (readonly [TransferKindName, readonly FixtureRow[]])[] = [
  [
    'organizations',
    [
      {
        派遣先番号: '001',
        区分: '中小企業',
        名称: '髙﨑①製作所㈱',
        フリガナ: 'ﾀｶｻｷｾｲｻｸｼﾞｮ',
        法人番号: '６０００012070001',
        学校コード: '',
        業種: 'E 製造業',
        '資本金(円)': '１０，０００，０００',
        従業員数: '0',
        郵便番号: '〒0600001',
        市区町村コード: '011002',
        住所: '=1+1',
        担当者: '\'=HYPERLINK("x")',
        電話: '（011）000−0000',
        FAX: '+81-11-000-0000',
        メール: '=a@example.jp',
      },
      organizationRow({ 派遣先番号: '=2', 区分: 'その他', 名称: '"引用",符', 住所: '@a;b c' }),
      organizationRow({ 派遣先番号: '-3', 名称: '+マイナス-', 住所: '[改行] と [改行+]' }),
    ],
  ],
  [
    'instructors',
    [
      {
        登録番号: '0001',
        種別: 'ものづくりマイスター',
        部門: '一般',
        氏名: '渡邉　﨑太郎',
        フリガナ: 'わたなべ　さきたろう',
        生年: '昭和30年',
        職種: '機械加工;仕上げ',
        所属: '-架空工業',
        郵便番号: '753-0000',
        市区町村コード: '352039',
        住所: '架空町1-1 "角"',
        電話: '09000000000',
        メール: 'a@example.jp',
        認定年月日: '令和元年5月1日',
        指導技法等講習: 'R4.6.15',
        最終活動日: '2022/11/21',
        年間上限回数: '',
        活動可能曜日: '月;火;日',
        活動不可日: '2022-12-29;２０２３/01/05',
        公開: '可',
        月の上限回数: '2',
        受け入れる派遣先: '工業高校等;小中学校',
        引き受ける学校: '公立',
      },
      {
        登録番号: '0002',
        種別: '熟練技能者',
        氏名: '架空 二郎',
        フリガナ: 'カクウ ジロウ',
        職種: '建築大工',
        市区町村コード: '352039',
        指導技法等講習: '免除',
        年間上限回数: '0',
        公開: '否',
      },
    ],
  ],
  [
    'requests',
    [
      {
        要請番号: '0010',
        派遣先番号: '001',
        事業区分: '実技指導',
        職種: '機械加工',
        内容: '=SUM(A1)\n2行目「"」\n\n4行目,\t終わり',
        希望回数: '３',
        '1回の時間': '1.5',
        受講予定者数: '20',
        候補日: '2022-06-01～2022-07-31;R4.12.1',
        実施場所の市区町村コード: '011002',
        優先度: '1',
        受付日: '令和4年4月1日',
      },
      {
        要請番号: '0011',
        派遣先番号: '=2',
        事業区分: '魅力講座',
        職種: '建築大工',
        希望回数: '1',
        受講予定者数: '0',
        候補日: '2023-05-01',
        受付日: '2022-11-21',
      },
    ],
  ],
  [
    'visits',
    [
      {
        派遣番号: '0100',
        要請番号: '0010',
        事業区分: '実技指導',
        派遣先番号: '001',
        登録番号: '0002;0001',
        職種: '機械加工',
        実施日: '2022/06/01',
        開始: '９：３０',
        終了: '11:00',
        受講者数: '12',
        状態: '実施',
        中止理由: '',
      },
      {
        派遣番号: '0101',
        要請番号: '',
        事業区分: '魅力講座',
        派遣先番号: '=2',
        登録番号: '0002',
        職種: '建築大工',
        実施日: '2022-07-01',
        開始: '',
        終了: '',
        受講者数: '0',
        状態: '中止',
        中止理由: '@大雪のため',
      },
    ],
  ],
  [
    'plan-items',
    [
      {
        番号: '4(2)ア①',
        見出し: '実技指導',
        実施要領: '中小企業へ\n派遣する。',
        実施計画の内容: '=170回',
        指標: '派遣回数=170回;受講者数=1200人日;満足度=90%以上',
        担当: '架空',
      },
      { 番号: '4(2)ア②', 見出し: '魅力講座', 指標: '' },
    ],
  ],
  [
    'scouting-leads',
    [
      {
        見込み先番号: '0001',
        名称: '=髙﨑鋳造㈱',
        フリガナ: 'ﾀｶｻｷﾁｭｳｿﾞｳ',
        派遣先番号: '001',
        市区町村コード: '011002',
        職種: '仕上げ;機械加工',
        検定の年度: '２０２２',
        受検者数: '1,200',
        '1級以上の技能士数': '0',
        担当者: '@架空',
        電話: '+81-11-000-0000',
        備考: "'=1+1",
        見送りの理由: '',
      },
      {
        見込み先番号: '0002',
        名称: '架空金属',
        フリガナ: '',
        派遣先番号: '',
        市区町村コード: '352152',
        職種: '電気溶接',
        検定の年度: '2022',
        受検者数: '0',
        '1級以上の技能士数': '',
        担当者: '',
        電話: '',
        備考: '',
        見送りの理由: '-廃業',
      },
    ],
  ],
  [
    'scouting-visits',
    [
      {
        訪問番号: '0001',
        訪問先: '=髙﨑①鋳造㈱',
        市区町村: '011002',
        訪問日: 'R4.11.21',
        状態: '実施',
        必要な職種: '仕上げ;機械加工',
        聞いたこと: "'=1+1\n@次へ",
        候補者: '=架空 三郎（旋盤1級）;-架空 四郎',
        次にすること: '+説明に行く',
        次にする日: '2022/12/01',
        コーディネーター: '架空 次郎',
        開始: '13:30',
        目的: 'ニーズ把握',
        見込み先番号: '0001',
      },
      {
        訪問番号: '0002',
        訪問先: '001',
        市区町村: '352152',
        訪問日: '2022-12-05',
        状態: '予定',
        必要な職種: '',
        聞いたこと: '',
        候補者: '',
        次にすること: '',
        次にする日: '',
        コーディネーター: '=架空',
        開始: '',
        目的: 'ニーズ把握',
        見込み先番号: '',
      },
    ],
  ],
  [
    'scouting-territories',
    [
      { コーディネーター: '=架空', 市区町村: '352152;011002', 月の目標: '１０', 備考: '@西部' },
      { コーディネーター: '髙﨑 次郎', 市区町村: '352039', 月の目標: '0', 備考: '' },
    ],
  ],
  [
    'certifications',
    [
      {
        受付番号: '0001',
        氏名: '髙﨑 一郎',
        フリガナ: 'ﾀｶｻｷ ｲﾁﾛｳ',
        職種: '仕上げ;機械加工',
        部門: '一般',
        申請日: 'R4.11.21',
        生年: '昭和30年',
        勤務先: '=架空鋳造㈱',
        郵便番号: '〒0600001',
        市区町村コード: '011002',
        住所: '=1+1',
        電話: '+81-11-000-0000',
        メール: '=a@example.jp',
        認定の根拠: '',
        根拠の内容: "'=HYPERLINK(1)",
        根拠の日: '2005-10-01',
        実務の開始日: '1980/04/01',
        実技指導の開始日: '',
        実技指導の経験: '-若手\n@3名に指導',
        DXの技能: '',
        推薦者の区分: '',
        推薦者の氏名: '=架空 花子',
        推薦者との関係: '代表取締役',
        二親等以内の親族: '該当しない',
        職業訓練指導員免許: '持っている',
        公開への同意: '可',
        コーナーの判断: '指導できる',
      },
      { 受付番号: '0002', 氏名: '架空 二郎', フリガナ: 'カクウ ジロウ', 職種: '電気溶接' },
    ],
  ],
  [
    'surveys',
    [
      {
        派遣番号: '0100',
        回答者: '派遣先',
        満足度: '５',
        理解: '',
        契機: 'はい',
        自由記述: '=SUM(A1)\n2行目「"」\n\n4行目,\t終わり',
        回答日: '令和4年6月2日',
      },
      { 派遣番号: '0100', 回答者: '受講者', 満足度: '4', 理解: '3', 契機: '', 自由記述: '', 回答日: '2022/6/1' },
      { 派遣番号: '0100', 回答者: '受講者', 満足度: '4', 理解: '3', 契機: '', 自由記述: '', 回答日: '2022/6/1' },
    ],
  ],
];
