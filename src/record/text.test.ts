import { expect, test } from 'vitest';
import type { Problem } from './domain/field.ts';
import { problemText } from './text.ts';

const SENTENCES: readonly (readonly [string, Problem, string])[] = [
  ['名称', { kind: 'missing' }, '名称が入力されていません。名称を入力してください。'],
  ['内容', { kind: 'too-long', limit: 200, length: 215 }, '内容は200文字以内で入力してください。いまは215文字です。'],
  [
    '氏名',
    { kind: 'private-use-character', character: '\uE000' },
    '氏名に、ほかの機器で表示できない外字（U+E000）があります。代わりの文字で入力し、正式な字形は画像や備考で残してください。',
  ],
  [
    '氏名',
    { kind: 'control-character', codePoint: 0 },
    '氏名に、目に見えない制御文字（U+0000）があります。その文字を消して入力し直してください。',
  ],
  ['氏名', { kind: 'lone-surrogate' }, '氏名に、途中で切れた文字があります。その文字を消して入力し直してください。'],
  ['氏名', { kind: 'line-break' }, '氏名に改行があります。1行で入力してください。'],
  [
    '従業員数',
    { kind: 'formula', value: '=A1+1' },
    '従業員数のセルが数式です。計算した結果の値を入力してください。入力された値：「=A1+1」',
  ],
  [
    'フリガナ',
    { kind: 'not-kana', value: '山田' },
    'フリガナはカタカナかひらがなで入力してください（例：ヤマダ タロウ）。入力された値：「山田」',
  ],
  [
    '郵便番号',
    { kind: 'not-a-postal-code', value: '12-34' },
    '郵便番号は7桁の数字で入力してください（例：100-0001）。入力された値：「12-34」',
  ],
  [
    '電話',
    { kind: 'not-a-phone-number', value: '5253' },
    '電話は市外局番から10桁か11桁の数字で入力してください（例：03-5253-5111）。入力された値：「5253」',
  ],
  [
    'メール',
    { kind: 'not-an-email', value: 'a.example.jp' },
    'メールは「@」を含む半角のアドレスを1つ入力してください（例：madoguchi@example.jp）。入力された値：「a.example.jp」',
  ],
  [
    '受講者数',
    { kind: 'not-a-whole-number', value: '20名' },
    '受講者数は単位や小数のない整数で入力してください（例：20）。入力された値：「20名」',
  ],
  [
    '1回の時間',
    { kind: 'not-a-number', value: '2時間' },
    '1回の時間は単位のない数字で入力してください（例：1.5）。入力された値：「2時間」',
  ],
  [
    '資本金(円)',
    { kind: 'out-of-range', value: '-1', min: 0, max: 999_999_999 },
    '資本金(円)は0以上999,999,999以下の数字で入力してください。入力された値：「-1」',
  ],
  [
    '1回の時間',
    { kind: 'wrong-step', value: '1.2', step: 0.5 },
    '1回の時間は0.5きざみの数字で入力してください。入力された値：「1.2」',
  ],
  [
    '受付日',
    { kind: 'not-a-date', value: '未定' },
    '受付日は年月日で入力してください（例：2022-11-21、令和4年11月21日）。入力された値：「未定」',
  ],
  [
    '受付日',
    { kind: 'no-such-day', value: '2023-02-29' },
    '受付日の日付は暦にありません。月と日を確認してください。入力された値：「2023-02-29」',
  ],
  [
    '受付日',
    { kind: 'year-out-of-range', value: '1700-01-01', first: 1868, last: 2200 },
    '受付日は西暦1868年から2200年までの日付を入力してください。入力された値：「1700-01-01」',
  ],
  [
    '受付日',
    { kind: 'wrong-era', value: '平成31年5月1日', rightEra: '令和元年' },
    '受付日の元号と年が合いません。その日は令和元年です。入力された値：「平成31年5月1日」',
  ],
  [
    '受付日',
    { kind: 'wrong-weekday', value: '2022/11/21（火）', rightWeekday: '月' },
    '受付日の日付と曜日が合いません。その日は月曜日です。入力された値：「2022/11/21（火）」',
  ],
  [
    '開始',
    { kind: 'not-a-time', value: '25:00' },
    '開始は0:00から23:59までの時刻で入力してください（例：13:30）。入力された値：「25:00」',
  ],
  [
    '候補日',
    { kind: 'range-reversed', value: '2023-07-31〜2023-06-01' },
    '候補日の終わりの日が始まりの日より前です。早い日を先に入力してください。入力された値：「2023-07-31〜2023-06-01」',
  ],
  [
    '状態',
    { kind: 'not-a-choice', value: '済', choices: ['予定', '実施', '中止'] },
    '状態は「予定」「実施」「中止」から選んでください。入力された値：「済」',
  ],
  [
    '市区町村コード',
    { kind: 'not-a-code', value: '1100', code: 'municipality-code' },
    '市区町村コードは6桁の数字で入力してください（例：131016）。先頭の0が消えていないか確認してください。入力された値：「1100」',
  ],
  [
    '法人番号',
    { kind: 'wrong-check-digit', value: '5000012070001', code: 'corporate-number' },
    '法人番号の最初の1桁がほかの桁と合いません。番号を確認してください。入力された値：「5000012070001」',
  ],
  [
    '職種',
    { kind: 'unknown-code', value: '旋ばん', code: '旋ばん' },
    '職種「旋ばん」は登録された一覧にありません。一覧にある名称かコードを入力してください。',
  ],
  [
    '職種',
    { kind: 'unknown-code', value: '機械加行', code: '機械加行', suggestion: '機械加工' },
    '職種「機械加行」は登録された一覧にありません。「機械加工」ではありませんか。',
  ],
  [
    '候補日',
    { kind: 'too-many', limit: 100, count: 120 },
    '候補日は100件までです。入力された120件を減らしてください。',
  ],
  [
    '指標',
    { kind: 'wrong-form', value: '派遣回数170', example: '派遣回数=170回' },
    '指標を読み取れません。「派遣回数=170回」の形で入力してください。入力された値：「派遣回数170」',
  ],
  ['登録番号', { kind: 'repeated', value: 'M-1' }, '登録番号に「M-1」が2回以上あります。1つだけ残してください。'],
];

test.each(SENTENCES)('%s: says what happened, why and what to do [FRM-32]', (header, problem, sentence) => {
  expect(problemText(header, problem)).toBe(sentence);
});

test('no sentence blames the value as 不正 or 無効 [FRM-32]', () => {
  for (const [header, problem] of SENTENCES) expect(problemText(header, problem)).not.toMatch(/不正|無効|undefined/);
});

test('every code has its shape and its check digit in words', () => {
  for (const code of ['municipality-code', 'corporate-number', 'school-code', 'business-number'] as const) {
    expect(problemText('番号', { kind: 'not-a-code', value: 'x', code })).toContain('入力してください');
    expect(problemText('番号', { kind: 'wrong-check-digit', value: 'x', code })).toContain('確認してください');
  }
});

test.each([
  ['あ'.repeat(61), `「${'あ'.repeat(60)}…」`],
  ['1行目\r\n2行目', '「1行目 2行目」'],
  ['\u202Eabc\u0000', '「\uFFFDabc\uFFFD」'],
  ['\uD800', '「\uFFFD」'],
])('a shown value is one short, harmless line: %j [FRM-32]', (value, shown) => {
  expect(problemText('職種', { kind: 'repeated', value })).toContain(shown);
});
