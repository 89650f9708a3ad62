import { letterRows, letterText, type LetterLoop, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { factTable, paragraph } from '#letter/official-letter.ts';
import { recordLetterTitles, senderPlaceholders } from '#letter/text.ts';
import { textCell, type DocumentModel } from '#platform/document-rendering/document-model.ts';

export const traineeLoop: LetterLoop = {
  name: '受講者',
  meaning: '受講者の1人ごと',
  placeholders: [
    { name: '番号', meaning: '1から順の番号', sample: '1' },
    { name: '氏名', meaning: '氏名。書かれていないときは空', sample: '架空 太郎' },
    { name: 'フリガナ', meaning: 'フリガナ。書かれていないときは空', sample: 'カクウ タロウ' },
    { name: '年齢か生年', meaning: '年齢か生まれた年。書かれていないときは空', sample: '19歳' },
    { name: '所属・学年', meaning: '所属か学年。書かれていないときは空', sample: '製造課' },
    { name: '目標の級', meaning: '目標の級。書かれていないときは空', sample: '2級' },
  ],
};

/** 受講者名簿 (別紙2) of a visit, or to be filled in by the host (domain.md §5.3). */
export const rosterForm: LetterForm = {
  kind: 'trainee-roster',
  title: recordLetterTitles['trainee-roster'],
  numbered: false,
  bound: false,
  loops: [traineeLoop],
  placeholders: [
    { name: '派遣番号', meaning: '派遣の番号。記入用のときは空', sample: 'V4-012' },
    { name: '実施日', meaning: '派遣の日と曜日。記入用のときは空', sample: '令和4年11月21日（月）' },
    { name: '派遣先', meaning: '派遣先の名称。記入用のときは空', sample: '株式会社架空精機' },
    { name: '職種', meaning: '指導の職種。記入用のときは空', sample: '機械加工' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildRoster,
};

function buildRoster(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  const columns = traineeLoop.placeholders.map(({ name }) => name);
  return {
    opening: [paragraph(`${text('団体名')}\n${text('コーナー名')}　御中`)],
    title: recordLetterTitles['trainee-roster'],
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      factTable('派遣', [
        ['派遣先', text('派遣先')],
        ['実施日', text('実施日')],
        ['職種', text('職種')],
        ['派遣番号', text('派遣番号')],
      ]),
      {
        kind: 'table',
        caption: traineeLoop.name,
        captionHidden: true,
        widths: [8, 24, 24, 14, 18, 12],
        header: columns,
        rows: letterRows(values, traineeLoop.name).map((row) => columns.map((name) => textCell(row[name] ?? ''))),
      },
      { kind: 'note', text: 'この名簿は、指導と安全の連絡のほかには使いません。' },
    ],
  };
}
