import { cellAddress, type ForeignFormat, type TableProblem } from './raw-table.ts';
import type { UnmappableCharacters } from './unmappable-characters.ts';

const SAVE_AS_XLSX = 'Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存し直してください。';
const SAVE_AS_CSV = 'Excelで開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。';

/** Problems of the whole file, without a place in it. */
type FileProblemKind =
  | 'too-large'
  | 'empty'
  | 'foreign-format'
  | 'renamed'
  | 'several-sheets'
  | 'expands-too-far'
  | 'broken-workbook'
  | 'too-many-rows';

type CsvProblemKind =
  'utf-16' | 'undecodable' | 'mixed-encodings' | 'wrong-delimiter' | 'unclosed-quote' | 'stray-quote' | 'ragged-row';

type CellProblem = Exclude<TableProblem, { kind: FileProblemKind | CsvProblemKind }>;

/** Says why a file could not be read: what happened, why, and what to do (FRM-32). */
export function tableProblemText(problem: TableProblem): string {
  switch (problem.kind) {
    case 'too-large':
    case 'empty':
    case 'foreign-format':
    case 'renamed':
    case 'several-sheets':
    case 'expands-too-far':
    case 'broken-workbook':
    case 'too-many-rows':
      return fileProblemText(problem);
    case 'utf-16':
    case 'undecodable':
    case 'mixed-encodings':
    case 'wrong-delimiter':
    case 'unclosed-quote':
    case 'stray-quote':
    case 'ragged-row':
      return csvProblemText(problem);
    case 'outside-table':
    case 'blank-header':
    case 'repeated-header':
    case 'forbidden-character':
    case 'too-many-columns':
    case 'cell-too-long':
    case 'formula':
    case 'merged-cells':
    case 'error-value':
    case 'impossible-date':
      return cellProblemText(problem);
  }
}

function fileProblemText(problem: Extract<TableProblem, { kind: FileProblemKind }>): string {
  switch (problem.kind) {
    case 'too-large':
      return `ファイルを読み込めません。大きさが${megabytes(problem.bytes)}MBで、上限の${megabytes(problem.limitBytes)}MBを超えています。ファイルを分けてください。`;
    case 'empty':
      return 'ファイルを読み込めません。表がありません。1行目に見出し、2行目からデータを入れてください。';
    case 'foreign-format':
      return `ファイルを読み込めません。中身が${FORMAT_NAMES[problem.format]}です。${FORMAT_REMEDIES[problem.format] ?? 'CSVまたはExcelブック（.xlsx）を選んでください。'}`;
    case 'renamed':
      return `ファイルを読み込めません。名前は「.${problem.extension}」ですが、中身は${problem.actual === 'csv' ? 'CSV' : 'Excelブック（.xlsx）'}です。選んだファイルを確かめ、名前の末尾を「.${problem.actual}」にしてください。`;
    case 'several-sheets':
      return `ファイルを読み込めません。データのあるシートが${problem.sheets.length}枚あります（${problem.sheets.map((name) => `「${name}」`).join('')}）。読み込むシートだけを残してください。`;
    case 'expands-too-far':
      return `ファイルを読み込めません。展開すると${megabytes(problem.limitBytes)}MBを超えるか、圧縮率が異常です。データだけを新しいブックに貼り付けて保存し直してください。`;
    case 'broken-workbook':
      return `ファイルを読み込めません。Excelブックの内部${problem.part === null ? '' : `（${problem.part}）`}が壊れています。${SAVE_AS_XLSX}`;
    case 'too-many-rows':
      return `ファイルを読み込めません。データが上限の${grouped(problem.limit)}行を超えています。ファイルを分けてください。`;
  }
}

function csvProblemText(problem: Extract<TableProblem, { kind: CsvProblemKind }>): string {
  switch (problem.kind) {
    case 'utf-16':
      return `文字を読み取れません。文字コードがUTF-16（Unicodeテキスト）です。${SAVE_AS_CSV}`;
    case 'undecodable':
      return `${problem.line}行目の文字を読み取れません。先頭から${grouped(problem.position)}バイト目（${hexadecimal(problem.byte, 2)}）がUTF-8でもShift_JISでもありません。${SAVE_AS_CSV}`;
    case 'mixed-encodings':
      return `${problem.line}行目の文字を読み取れません。UTF-8の行とそうでない行（先頭から${grouped(problem.position)}バイト目）が混ざっています。元のデータを${SAVE_AS_CSV}`;
    case 'wrong-delimiter':
      return `項目を分けられません。区切りが${problem.delimiter === 'tab' ? 'タブ' : 'セミコロン（;）'}になっています。${SAVE_AS_CSV}`;
    case 'unclosed-quote':
      return `${problem.line}行目から先を読み取れません。二重引用符（"）が閉じていません。項目の終わりに " を付けるか、文字としての " を "" と2つ書いてください。`;
    case 'stray-quote':
      return `${problem.line}行目を読み取れません。項目の途中に二重引用符（"）があります。項目全体を " で囲み、文字としての " を "" と2つ書いてください。`;
    case 'ragged-row':
      return `${problem.line}行目を読み取れません。項目が${problem.actual}個で、見出しの${problem.expected}個と合いません。コンマの数を見出しとそろえ、コンマを含む項目は " で囲んでください。`;
  }
}

function cellProblemText(problem: CellProblem): string {
  switch (problem.kind) {
    case 'outside-table':
      return `${cellAddress(problem.line, problem.column)}のセルを取り込めません。見出しのない列に値があります。見出しを付けるか、値を消してください。`;
    case 'blank-header':
      return `見出しを読み取れません。左から${problem.column}列目の見出しが空です。見出しを入れるか、列を削除してください。`;
    case 'repeated-header':
      return `見出しを読み取れません。「${problem.header}」が${problem.columns[0]}列目と${problem.columns[1]}列目にあります。どちらかの列を削除するか、見出しを変えてください。`;
    case 'forbidden-character':
      return `${cellAddress(problem.line, problem.column)}のセルを取り込めません。表示できない文字（U+${hexadecimal(problem.codePoint, 4)}）が入っています。セルの文字を入力し直してください。`;
    case 'too-many-columns':
      return `${problem.line}行目を取り込めません。列が${problem.columns}列目まであり、上限の${problem.limit}列を超えています。使わない列を削除してください。`;
    case 'cell-too-long':
      return `${cellAddress(problem.line, problem.column)}のセルを取り込めません。${grouped(problem.length)}文字あり、上限の${grouped(problem.limit)}文字を超えています。短くしてください。`;
    case 'formula':
      return `${problem.cell}のセルを取り込めません。計算式が入っています。コピーして「値の貼り付け」で値に置き換えてください。`;
    case 'merged-cells':
      return `${problem.range}のセルを取り込めません。セルが結合されています。結合を解除し、すべてのセルに値を入れてください。`;
    case 'error-value':
      return `${problem.cell}のセルを取り込めません。エラー値（${problem.value}）が入っています。正しい値に直すか、空にしてください。`;
    case 'impossible-date':
      return `${problem.cell}のセルを取り込めません。日付や時刻の表示形式ですが、値（${problem.serial}）にあたる日付や時刻がありません。「2026-11-21」のように入力し直してください。`;
  }
}

const FORMAT_NAMES: Readonly<Record<ForeignFormat, string>> = {
  pdf: 'PDF',
  'encrypted-workbook': 'パスワードで保護されたブック',
  'old-excel': '古い形式のExcelブック（.xls）など',
  'binary-excel': 'Excelバイナリブック（.xlsb）',
  'macro-excel': 'マクロを含むExcelブック（.xlsm）',
  'open-document': 'OpenDocument形式（.odsなど）',
  word: 'Word文書',
  powerpoint: 'PowerPoint',
  archive: '圧縮ファイル',
  image: '画像',
  'rich-text': 'リッチテキスト',
  'web-page': 'ウェブページ（HTML・XML）',
};

const FORMAT_REMEDIES: Partial<Record<ForeignFormat, string>> = {
  'encrypted-workbook':
    'Excelで開き、「ファイル」の「情報」にある「ブックの保護」でパスワードを外して保存してください。',
  'old-excel': SAVE_AS_XLSX,
  'binary-excel': SAVE_AS_XLSX,
  'macro-excel': SAVE_AS_XLSX,
  'open-document': SAVE_AS_XLSX,
  'web-page': SAVE_AS_XLSX,
  archive: '展開してから、中のCSVまたはExcelブック（.xlsx）を選んでください。',
};

/** Says which characters the file could not hold, naming the first ones with their cells (DAT-12). */
export function unmappableText({ unmappable, count }: UnmappableCharacters): string {
  const named = unmappable
    .slice(0, 10)
    .map(({ row, column, character }) => `${cellAddress(row, column)}の「${character}」`);
  const others = count > named.length ? `ほか${grouped(count - named.length)}文字` : '';
  return `ファイルを作れません。この文字コードで書けない文字があります（${[named.join('、'), others].filter(Boolean).join('、')}）。UTF-8を選ぶか、〓への置き換えを選んでください。`;
}

function megabytes(bytes: number): string {
  return (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString();
}

function grouped(value: number): string {
  return value.toLocaleString('ja-JP');
}

function hexadecimal(value: number, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, '0');
}
