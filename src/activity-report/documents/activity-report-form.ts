import { letterText, type LetterPlaceholder, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { factTable, paragraph } from '#letter/official-letter.ts';
import { personPlaceholders, recordLetterTitles, senderPlaceholders, visitPlaceholders } from '#letter/text.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import { understandings } from '../domain/report-fields.ts';

/** What the report itself says, by the fields of the report; a form without a report is filled in by hand. */
export const reportPlaceholders: readonly (LetterPlaceholder & { readonly key: string })[] = [
  { key: 'content', name: '指導した内容', meaning: '報告した内容。書く前は空', sample: '旋盤の段取りと芯出し' },
  { key: 'trainees', name: '受講した人数', meaning: '報告した人数。書く前は空', sample: '5人' },
  {
    key: 'understanding',
    name: '受講者の理解',
    meaning: '報告した理解の程度。書く前は空',
    sample: 'ほとんどの人が理解した',
  },
  {
    key: 'problems',
    name: '困ったこと',
    meaning: '困ったこと・気づいたこと。ないときは空',
    sample: '測定工具が足りない',
  },
  { key: 'nextTime', name: '次の指導に向けて', meaning: '次の指導に向けて。ないときは空', sample: '通しで作業する' },
];

/** マイスター活動報告書 of one instructor and visit: as it was reported, or to be filled in on paper (domain.md §5.8). */
export const activityReportForm: LetterForm = {
  kind: 'activity-report-form',
  title: recordLetterTitles['activity-report-form'],
  numbered: false,
  bound: true,
  loops: [],
  placeholders: [
    { name: '提出日', meaning: '報告を提出した日。提出する前は空', sample: '令和4年11月22日' },
    ...personPlaceholders,
    ...visitPlaceholders,
    ...reportPlaceholders.map(({ name, meaning, sample }) => ({ name, meaning, sample })),
    ...Object.values(senderPlaceholders),
  ],
  build: buildReportForm,
};

/** Room to write by hand, in lines. */
const ROOM: Readonly<Record<string, number>> = { content: 6, problems: 2, nextTime: 2 };

function buildReportForm(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  const on = text('提出日') || '令和　　年　　月　　日';
  return {
    opening: [
      paragraph(on, 'end'),
      paragraph(`${text('団体名')}\n${text('コーナー名')}　御中`),
      paragraph(`登録番号　${text('登録番号')}\n氏名　${text('氏名')}`, 'end'),
    ],
    title: 'マイスター活動報告書',
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      paragraph('次のとおり、実技指導を行いましたので報告します。'),
      factTable('報告', [
        ['派遣番号', text('派遣番号')],
        ['実施日', text('実施日')],
        ['時間', text('実施時間') || '　　時　　分　〜　　時　　分'],
        ['派遣先', text('派遣先')],
        ['職種', text('職種')],
        ...reportPlaceholders.map(({ key, name }): [string, string] => {
          const room = '\n'.repeat(ROOM[key] ?? 0);
          return [
            name,
            text(name) || (key === 'understanding' ? UNDERSTANDING_BOXES : key === 'trainees' ? '　　　人' : room),
          ];
        }),
      ]),
    ],
  };
}

/** 受講者の理解 to be ticked. */
const UNDERSTANDING_BOXES = understandings.map(({ label }) => `□　${label}`).join('\n');
