import { rateText } from './domain/measure.ts';
import type { MetricValue, Outcome } from './domain/status-report.ts';

/** Words of the 実施状況 report: page, file and command. */
export const reportText = {
  title: '実施状況',
  programName: '若年技能者人材育成支援等事業',
  documentTitle: (year: string, place: string) => `${year} ${place}地域技能振興コーナー 実施状況`,
  asOf: '基準日',
  asOfHint: 'この日までを実施に数えます',
  show: '表示する',
  asOfText: (day: string) => `${day}現在`,
  wrongDate: (value: string) =>
    `基準日「${value}」を読み取れないため、今日の日付で表示しています。年月日で入力してください（例：2022-11-30）。`,
  columns: { guideline: '実施要領', plan: '実施計画の内容', status: '実施状況' },
  bars: '指標の達成状況',
  tables: {
    visits: '派遣回数',
    sessions: '実施回数',
    trainees: '受講者数',
    skilled: '熟練技能者による実技指導',
    talksHeld: (count: number) => `メダリストが語る魅力講座　実施回数：${count}回`,
    talksAhead: (count: number) => `メダリストが語る魅力講座　今後の予定：${count}回`,
    attendees: (line: string) => `${line}の参加者の内訳`,
    byLine: ['区分', '実施', '今後予定'],
    talks: { host: '派遣学校等', on: '実施日', trainees: '人', employers: '講師企業等', trade: '職種' },
  },
  lines: { sme: '中小企業', school: '高等学校', other: 'その他', total: '計' },
  splitLines: {
    school: '魅力講座',
    station: 'サポステ',
    place: '公共施設・民間施設等での体験教室',
    medalist: 'メダリスト魅力講座',
  },
  noRequest: (line: string, day: string) => `${line}：要請なし（${day}現在）`,
  noRequestEfforts: (efforts: string) => `要請を求めて行ったこと：${efforts}`,
  noRequestOn: '要請なしを確かめた日',
  skilledTrades: (trades: readonly string[]) => `派遣職種：${trades.length}職種（${trades.join('、')}）`,
  ahead: (text: string) => `（今後予定 ${text}）`,
  otherSection: '計画の項目に指標のない実績',
  goals: '目標達成のための取組み',
  outcomes: '成果目標',
  outputs: '活動目標',
  metric: '指標',
  target: '目標',
  actual: '実施',
  scheduled: '今後予定',
  rate: '達成率',
  reached: (rate: string) => `達成 ${rate}`,
  forecast: '見込み',
  noRecords: '記録なし',
  noAnswers: '回答なし',
  ofAnswers: (numerator: number, denominator: number) =>
    `${numerator.toLocaleString('ja-JP')}/${denominator.toLocaleString('ja-JP')}件`,
  answers: '該当／回答',
  share: '割合',
  numerator: '該当',
  denominator: '回答',
  interval: '95%信頼区間',
  intervalLow: '95%信頼区間の下限',
  intervalHigh: '95%信頼区間の上限',
  few: (needed: number) => `回答が${needed}件より少ない成果目標は、全員が該当しても達成を確かめられない（※少数）。`,
  fewMark: '（※少数）',
  notCounted: '計数の対象外',
  noTarget: '目標なし',
  unreportedTitle: (count: number) => `実施日を過ぎて報告のない派遣が${count}件あります`,
  unreportedLead: '予定のままの派遣は、実施にも今後予定にも数えていません。実施か中止を記録してください。',
  unreportedLink: '報告のない派遣を見る',
  unreportedNote: (count: number) => `※ 実施日を過ぎて報告のない派遣${count}件は、実施にも今後予定にも含まない。`,
  uncountedTitle: (count: number) => `どの指標にも数えない派遣が${count}件あります`,
  uncountedLead: '事業区分と派遣先の区分の組合せが、報告のどの指標にも当たりません。区分を確かめてください。',
  uncountedNote: (count: number) =>
    `※ 事業区分と派遣先の区分の組合せにより、どの指標にも数えない派遣が${count}件ある。`,
  downloads: 'ダウンロード',
  formats: { docx: 'Word', html: 'HTML', json: 'JSON', csv: 'CSV' },
  emptyTitle: (year: string) => `${year}の計画の項目がまだありません`,
  emptyLead: '推進計画に項目と指標を登録すると、目標に対する実施状況をここで確かめて報告書にできます。',
  toPlan: '推進計画へ',
  sources:
    '実施＝基準日までに実施した派遣、今後予定＝基準日より後の予定。1回＝1日1か所の派遣（講師が2人でも1回）。中止は含まない。',
  csv: {
    fiscalYear: '年度',
    prefectureCode: '都道府県コード',
    prefecture: '都道府県名',
    asOf: '基準日',
    number: '項目番号',
    title: '項目',
    key: '指標コード',
    metric: '指標',
    measure: '集計区分',
    value: '値',
    unit: '単位',
  },
} as const;

/** What stands where a figure has no number. */
export function absentText({ basis }: Pick<MetricValue, 'basis'>): string {
  switch (basis) {
    case 'not-counted':
      return reportText.notCounted;
    case 'no-records':
      return reportText.noRecords;
    case 'counted':
      return reportText.noAnswers;
  }
}

/** A figure with its unit, 1,200人; a missing one says why. */
export function figureText(value: number | null, metric: Pick<MetricValue, 'basis' | 'unit'>): string {
  return value === null ? absentText(metric) : `${value.toLocaleString('ja-JP')}${metric.unit}`;
}

/** 「84.2%〜97.1%」, or nothing without answers. */
export function intervalText({ interval }: Pick<Outcome, 'interval'>): string {
  return interval ? `${rateText(interval.low)}〜${rateText(interval.high)}` : '';
}
