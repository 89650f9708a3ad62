import { letterText, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { officialLetter } from '#letter/official-letter.ts';
import {
  numberedPlaceholders,
  personPlaceholders,
  recordLetterTitles,
  senderPlaceholders,
  visitPlaceholders,
} from '#letter/text.ts';
import type { DocumentModel } from '#platform/document-rendering/document-model.ts';

const about = [...visitPlaceholders, { name: '受講者数', meaning: '受講した人の数', sample: '5人' }] as const;

/** 礼状 to the host after a visit (DOC-06, DOC-07). */
export const thanksToHost: LetterForm = {
  kind: 'thanks-to-host',
  title: recordLetterTitles['thanks-to-host'],
  numbered: true,
  bound: true,
  loops: [],
  placeholders: [
    ...numberedPlaceholders,
    {
      name: '宛先',
      meaning: '派遣先と担当者（様）。担当者がわからないときは派遣先（御中）',
      sample: '株式会社架空精機\n山口 花子　様',
    },
    { name: '郵便番号', meaning: '派遣先の郵便番号。登録がないときは空', sample: '753-0000' },
    { name: '住所', meaning: '派遣先の住所。登録がないときは空', sample: '山口県山口市○○町1-1' },
    ...about,
    { name: '講師', meaning: '指導したマイスター等（読点で区切る）', sample: '山口 太郎' },
    ...Object.values(senderPlaceholders),
  ],
  build: buildThanksToHost,
};

function buildThanksToHost(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return officialLetter({
    values,
    addressee: text('宛先'),
    title: '実技指導の実施について（お礼）',
    body: [
      '日頃から、若年技能者人材育成支援等事業にご理解とご協力をいただき、厚くお礼申し上げます。',
      `このたびは、下記の実技指導にあたり、会場や設備のご用意をはじめ格別のご協力をいただき、誠にありがとうございました。おかげさまで、${text('受講者数')}の方に受講していただくことができました。`,
      'お手元のアンケートがまだお済みでないときは、お手数ですが、ご回答くださいますようお願い申し上げます。今後とも、若い技能者の育成にお力添えをお願い申し上げます。',
    ],
    items: [
      ['実施日', text('実施日')],
      ['時間', text('実施時間')],
      ['職種', text('職種')],
      ['講師', text('講師')],
      ['受講者', text('受講者数')],
      ['派遣番号', text('派遣番号')],
    ],
  });
}

/** 礼状 to each instructor of a visit. */
export const thanksToInstructor: LetterForm = {
  kind: 'thanks-to-instructor',
  title: recordLetterTitles['thanks-to-instructor'],
  numbered: true,
  bound: true,
  loops: [],
  placeholders: [...numberedPlaceholders, ...personPlaceholders, ...about, ...Object.values(senderPlaceholders)],
  build: buildThanksToInstructor,
};

function buildThanksToInstructor(values: LetterValues): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return officialLetter({
    values,
    addressee: `${text('氏名')}　様`,
    title: '実技指導の実施について（お礼）',
    body: [
      '日頃から、若年技能者人材育成支援等事業にご協力をいただき、厚くお礼申し上げます。',
      `このたびは、ご多用のところ、下記のとおり${text('派遣先')}で実技指導をしていただき、誠にありがとうございました。受講者は${text('受講者数')}でした。`,
      '長年培われた技能を若い方々に伝えていただき、心から感謝申し上げます。今後とも、お力添えをお願い申し上げます。',
    ],
    items: [
      ['実施日', text('実施日')],
      ['時間', text('実施時間')],
      ['派遣先', text('派遣先')],
      ['職種', text('職種')],
      ['派遣番号', text('派遣番号')],
    ],
  });
}
