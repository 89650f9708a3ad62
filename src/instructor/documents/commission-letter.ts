import { letterText, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { factTable, paragraph } from '#letter/official-letter.ts';
import { numberedPlaceholders, personPlaceholders, recordLetterTitles, senderPlaceholders } from '#letter/text.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';

/** 委嘱状 of an instructor or senior adviser for a 年度. */
export const commissionForm: LetterForm = {
  kind: 'commission',
  title: recordLetterTitles.commission,
  numbered: true,
  bound: false,
  loops: [],
  placeholders: [
    ...numberedPlaceholders,
    ...personPlaceholders,
    { name: '種別', meaning: 'ものづくりマイスター・シニアアドバイザーなど', sample: 'ものづくりマイスター' },
    { name: '職種', meaning: '指導する職種（読点で区切る）', sample: '機械加工、機械検査' },
    { name: '年度', meaning: '委嘱する年度', sample: '令和4年度' },
    { name: '委嘱の初日', meaning: '年度の初日。その後に認定された人は認定の日', sample: '令和4年4月1日' },
    { name: '委嘱の末日', meaning: '年度の末日', sample: '令和5年3月31日' },
    { name: '委嘱する職務', meaning: '種別ごとの職務', sample: '若年技能者などへの実技指導' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildCommission,
};

function buildCommission(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return {
    opening: [paragraph(text('文書番号'), 'end')],
    title: recordLetterTitles.commission,
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: `${text('氏名')}　様`, strong: true },
      paragraph(
        `　若年技能者人材育成支援等事業の${text('種別')}（登録番号 ${text('登録番号')}）として、次のとおり委嘱します。`,
      ),
      factTable('委嘱の内容', [
        ['職務', text('委嘱する職務')],
        ['職種', text('職種')],
        ['期間', `${text('委嘱の初日')}から${text('委嘱の末日')}まで（${text('年度')}）`],
      ]),
      paragraph(text('日付')),
      paragraph(text('発信者'), 'end'),
      { kind: 'note', text: text('連絡先') },
    ],
  };
}
