/** Words of the map of a proposal. */
export const mapText = {
  title: 'だれがどこへ行くか（市区町村別）',
  alternative: '市区町村ごとの派遣の地図。同じ数値が表にあります。',
  tableTitle: '地図と同じ数値',
  home: 'マイスター等の住まい',
  host: '実施場所',
  line: '太いほど回数が多い',
  from: '住まい',
  to: '実施場所',
  sessions: '回数',
  kilometres: '片道',
} as const;
