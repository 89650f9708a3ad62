import type { IStylesOptions } from 'docx';

/** Lengths of Word: twentieths of a point. */
export const A4 = { width: 11_906, height: 16_838 } as const;
/** 20 mm. */
export const MARGIN = 1134;
export const CELL_MARGIN = { top: 40, bottom: 40, left: 85, right: 85 } as const;

/** 明朝 by the names that Word in Japan knows; the letters between are of the same face (DOC-11). */
const mincho = { ascii: 'ＭＳ 明朝', hAnsi: 'ＭＳ 明朝', eastAsia: 'ＭＳ 明朝', cs: 'ＭＳ 明朝' } as const;
const gothic = {
  ascii: 'ＭＳ ゴシック',
  hAnsi: 'ＭＳ ゴシック',
  eastAsia: 'ＭＳ ゴシック',
  cs: 'ＭＳ ゴシック',
} as const;

/** Half points: 21 is 10.5pt. */
const BODY = 21;
const SMALL = 18;

const black = '000000';

export const documentStyles: IStylesOptions = {
  default: {
    document: { run: { font: mincho, size: BODY, language: { value: 'ja-JP', eastAsia: 'ja-JP' } } },
    title: {
      run: { font: gothic, size: 28, bold: true, color: black },
      paragraph: { alignment: 'center', spacing: { after: 120 } },
    },
    heading2: {
      run: { font: gothic, size: 24, bold: true, color: black },
      paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
    },
    heading3: {
      run: { font: gothic, size: BODY, bold: true, color: black },
      paragraph: { keepNext: true, spacing: { before: 60, after: 60 } },
    },
  },
  paragraphStyles: [
    {
      id: 'bodyText',
      name: '本文（報告）',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 60 } },
    },
    { id: 'cellText', name: '表の本文', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 40 } } },
    {
      id: 'tableHead',
      name: '表の見出し',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: gothic },
      paragraph: { keepNext: true },
    },
    {
      id: 'tableCaption',
      name: '表の題',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { keepNext: true, spacing: { before: 40, after: 20 } },
    },
    { id: 'byline', name: '作成者・日付', basedOn: 'Normal', quickFormat: true, paragraph: { alignment: 'right' } },
    {
      id: 'note',
      name: '注記',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: SMALL },
      paragraph: { spacing: { after: 40 } },
    },
    { id: 'running', name: '柱', basedOn: 'Normal', run: { size: SMALL } },
    // The paragraph that Word needs between tables, as low as it can be.
    {
      id: 'afterTable',
      name: '表の後',
      basedOn: 'Normal',
      run: { size: 2 },
      paragraph: { spacing: { line: 60, lineRule: 'exact' } },
    },
  ],
};
