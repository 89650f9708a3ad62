import { corporateCheckDigit } from '#kernel/check-digit.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { layOut, type NamedCells } from './demonstration-table.ts';
import { readSheet, type SheetRow } from './hand-kept-sheet.ts';

export const ORGANIZATION_HEADER = [
  '派遣先番号',
  '区分',
  '名称',
  'フリガナ',
  '法人番号',
  '学校コード',
  '業種',
  '資本金(円)',
  '従業員数',
  '郵便番号',
  '市区町村コード',
  '住所',
  '担当者',
  '電話',
  'FAX',
  'メール',
] as const;

/** The prefecture of the demonstration office. */
export const DEMONSTRATION_CORNER = '35';

const CODE_BY_NAME = new Map(listMunicipalities(DEMONSTRATION_CORNER).map(({ name, code }) => [name, code]));

/** Post codes that stand for a whole city; the other municipalities have none. */
const POSTAL_CODES: Readonly<Record<string, string>> = {
  下関市: '750-0000',
  宇部市: '755-0000',
  山口市: '753-0000',
  萩市: '758-0000',
  防府市: '747-0000',
  下松市: '744-0000',
  岩国市: '740-0000',
  光市: '743-0000',
  柳井市: '742-0000',
  周南市: '745-0000',
};

const SCHOOL_LETTERS: Readonly<Record<string, string>> = { 小学校: 'B1', 中学校: 'C1', 高等学校: 'D1', 専修学校: 'H1' };

/** The 派遣先 of a hand-kept roster in the contract's columns. */
export function buildOrganizations(roster: string): readonly (readonly string[])[] {
  return layOut(ORGANIZATION_HEADER, readSheet(roster).map(toOrganization));
}

/** The six-digit code of a municipality of the demonstration's prefecture. */
export function municipalityCodeOf(name: string): string {
  const code = CODE_BY_NAME.get(name);
  if (code === undefined) throw new Error(`no municipality ${name} in prefecture ${DEMONSTRATION_CORNER}`);
  return code;
}

export function postalCodeOf(municipality: string): string {
  return POSTAL_CODES[municipality] ?? '';
}

/** A telephone number that nobody can have: the exchange 000 does not exist. */
export function phoneOf(block: number, ordinal: number): string {
  return `083-000-${String(block * 1000 + ordinal).padStart(4, '0')}`;
}

function toOrganization(cell: SheetRow): NamedCells {
  const number = cell('派遣先番号');
  const ordinal = Number(number.slice(2));
  const [kind, name, municipality] = [cell('区分'), cell('名称'), cell('市区町村')];
  const isFirm = kind === '中小企業' || kind === '大企業';
  return {
    派遣先番号: number,
    区分: kind,
    名称: name,
    フリガナ: cell('フリガナ'),
    法人番号: /会社|組合|商工会$|法人/u.test(name) ? corporateNumberOf(ordinal) : '',
    学校コード: schoolCodeOf(name, ordinal),
    業種: cell('業種'),
    '資本金(円)': cell('資本金') === '' ? '' : `${cell('資本金')}0000`,
    従業員数: cell('従業員数'),
    郵便番号: postalCodeOf(municipality),
    市区町村コード: municipalityCodeOf(municipality),
    住所: cell('住所'),
    担当者: cell('担当者'),
    電話: phoneOf(1, ordinal),
    FAX: isFirm || ordinal % 3 === 0 ? phoneOf(5, ordinal) : '',
    メール: ordinal % 4 === 3 ? '' : `${number.toLowerCase()}@example.jp`,
  };
}

/** A 法人番号 with the right check digit whose office of registry, 9999, does not exist. */
function corporateNumberOf(ordinal: number): string {
  const digits = `9999${DEMONSTRATION_CORNER}${String(ordinal).padStart(6, '0')}`;
  return `${corporateCheckDigit(digits)}${digits}`;
}

/** The shape of a 学校コード; the school numbers from 9900000 on are given to nobody. */
function schoolCodeOf(name: string, ordinal: number): string {
  const kind = Object.keys(SCHOOL_LETTERS).find((ending) => name.endsWith(ending));
  const founder = /^[県市町]立/u.test(name) ? '2' : '3';
  const number = String(9_900_000 + ordinal);
  return kind === undefined ? '' : `${SCHOOL_LETTERS[kind]}${DEMONSTRATION_CORNER}${founder}${number}${ordinal % 10}`;
}
