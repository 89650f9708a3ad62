import { noSplit, type AttendeeSplit } from '#outreach/domain/attendee.ts';
import type { NoRequest } from '#outreach/domain/no-request.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';

/** Who came to the medalist talks that were held: the people of the published table, told apart (domain.md §6.1). */
export const talkSplits: readonly { readonly visitOn: PlainDate; readonly split: AttendeeSplit }[] = [
  { visitOn: plainDate('2022-11-15'), split: { ...noSplit, pupils: 23, teachers: 2 } },
  { visitOn: plainDate('2022-11-21'), split: { ...noSplit, pupils: 72, teachers: 4 } },
];

/** 協力要請なし of the published report (domain.md §6.1), and what was done to find somebody. */
export const stationNoRequest: NoRequest = {
  statedOn: plainDate('2022-11-25'),
  efforts:
    '4月に県内2か所のサポステへ案内を送りました。\n9月にコーディネーターが2か所を訪ね、出前の体験教室を紹介しました。',
};

/** The fair that the corner plans for the winter: four booths, each with its own people and material. */
export const winterFair = {
  number: 'H4-F01',
  visitOn: plainDate('2023-02-18'),
  title: '冬のものづくりフェア',
  place: '1階 催事広場',
  organizationNumber: 'S-050',
  municipalityCode: '352152',
  note: '搬入は9時から、搬出は16時まで。受付で来場者を数える。',
  split: { ...noSplit, pupils: 150, parents: 120, others: 30 },
  booths: [
    {
      name: '銘板づくり',
      tradeCode: 'kikai-kako',
      instructorNumbers: ['M-001', 'M-002'],
      material: 'アルミ板 150枚、刻印 3組、保護めがね',
      visitors: null,
    },
    {
      name: '木の名札',
      tradeCode: 'kenchiku-daiku',
      instructorNumbers: ['M-030'],
      material: 'ひのきの板 120枚、やすり、ひも',
      visitors: null,
    },
    {
      name: '光るブローチ',
      tradeCode: 'denshi-kiki',
      instructorNumbers: ['M-022'],
      material: 'LED 100個、ボタン電池 100個',
      visitors: null,
    },
    {
      name: '土かべ塗り',
      tradeCode: 'sakan',
      instructorNumbers: ['M-033'],
      material: '練り土 40kg、こて 6本、養生シート',
      visitors: null,
    },
  ],
} as const;
