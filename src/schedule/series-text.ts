/** Words of 派遣をまとめて登録. */
export const seriesText = {
  title: '派遣をまとめて登録',
  lead: '毎週同じ曜日の派遣を、まとめて登録します。祝日と年末年始は飛ばします。登録する前に、1件ずつ確かめられます。',
  look: '登録する日を確かめる',
  make: (count: number) => `${count}件をまとめて登録する`,
  preview: '登録する派遣',
  count: (count: number) => `${count}件`,
  possible: 'この内容でよければ、いちばん下のボタンで登録してください。内容を変えると、もう一度確かめます。',
  impossible:
    '登録できない日があるため、まだ1件も登録していません。注意を読んで、下の内容を直してから、もう一度確かめてください。',
  notes: '注意',
  skipped: '飛ばした日',
} as const;

/** Groups of the form. */
export const seriesGroups = [
  { heading: '派遣', keys: ['requestNumber', 'program', 'organizationNumber', 'tradeCode'] },
  { heading: '日時', keys: ['firstOn', 'weekday', 'count', 'startsAt', 'endsAt'] },
  { heading: 'マイスター等と人数', keys: ['instructorNumbers', 'trainees'] },
] as const;
