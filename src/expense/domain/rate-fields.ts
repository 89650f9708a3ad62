import type { Program } from '#dispatch/domain/program.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { yenOf, type Yen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse } from '#kernel/result.ts';
import { choices } from '#record/domain/choice-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, Codec } from '#record/domain/field.ts';
import { yen } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import { findMunicipality, listMunicipalities } from '#reference/domain/municipality.ts';
import { expenseItems, type ExpenseItem } from './expense-line.ts';
import type { ExpenseRate } from './expense-rate.ts';

const MOST_YEN = 9_999_999;
const MOST_FARES = 100;
const FARE_EXAMPLE = '下関市=2480;萩市=3200';

type Fares = Readonly<Record<string, Yen>>;

/** 「下関市=2480;萩市=3200」: fares there and back by municipality, by its name in the prefecture or its code. */
export function fares(corner: string): Codec<Fares> {
  const own = listMunicipalities(corner);
  const nameOf = (code: string) => {
    const name = findMunicipality(code)?.name ?? code;
    return own.filter((each) => each.name === name).length === 1 ? name : code;
  };
  return {
    control: 'list',
    format: (value) =>
      Object.entries(value)
        .map(([code, amount]) => `${nameOf(code)}=${amount}`)
        .join(';'),
    parse(typed) {
      const entries = typed.split(/[;；\n]/u).filter((entry) => entry.trim() !== '');
      if (entries.length > MOST_FARES) return refuse({ kind: 'too-many', limit: MOST_FARES, count: entries.length });
      const read = new Map<string, Yen>();
      for (const entry of entries) {
        const [, place = '', amount = ''] = /^([^=＝]+)[=＝](.+)$/u.exec(entry.trim()) ?? [];
        const price = yen({ max: MOST_YEN }).parse(amount.trim());
        if (place === '' || !price.ok)
          return refuse({ kind: 'wrong-form', value: entry.trim(), example: FARE_EXAMPLE });
        const named = own.filter(({ name }) => name === place.trim());
        const found = findMunicipality(foldNumeric(place).trim()) ?? (named.length === 1 ? named[0] : undefined);
        if (!found) return refuse({ kind: 'unknown-code', value: place.trim(), code: '市区町村' });
        if (read.has(found.code)) return refuse({ kind: 'repeated', value: found.name });
        read.set(found.code, yenOf(price.value));
      }
      return accept(Object.fromEntries(read));
    },
  };
}

const amount = (key: string, header: string, unit: string, hint?: string) =>
  ({
    key,
    header,
    required: false,
    codec: yen({ max: MOST_YEN }),
    unit,
    ...(hint === undefined ? {} : { hint }),
  }) as const;

const MATERIAL_HINTS = {
  practical:
    '消費税抜き。要請の見積りの判定と請求の両方に使います。空欄はこの事業区分の材料費を負担しないこと。公開例：島根県コーナーは2,000円',
  appeal: '公開例：島根県コーナーは令和5年度1,000円、令和6年度1,500円',
} as const;

const honorariumKeys = {
  meister: 'honorariumMeister',
  'skilled-worker': 'honorariumSkilledWorker',
  medalist: 'honorariumMedalist',
  'senior-advisor': 'honorariumSeniorAdvisor',
} as const satisfies Record<InstructorKind, string>;

const materialKeys = {
  'practical-instruction': 'materialPracticalInstruction',
  'appeal-session': 'materialAppealSession',
  'skilled-worker-dispatch': 'materialSkilledWorkerDispatch',
  'medalist-talk': 'materialMedalistTalk',
  'support-station': 'materialSupportStation',
  'hands-on-class': 'materialHandsOnClass',
} as const satisfies Record<Program, string>;

/** What a person enters of a 単価表 of a corner. An empty amount means that nothing of it is paid. */
export function rateFields(corner: string): readonly AnyField[] {
  return [
    { key: 'validFrom', header: '適用開始日', required: true, codec: date(), hint: 'この日の派遣から使います' },
    {
      key: 'basis',
      header: '根拠',
      required: true,
      codec: text(),
      hint: 'コーナーの要領の名称と、決めた日',
    },
    amount(honorariumKeys.meister, 'ものづくりマイスターの謝金', '円/時間'),
    amount(honorariumKeys['skilled-worker'], '熟練技能者の謝金', '円/時間'),
    amount(honorariumKeys.medalist, 'メダリストの謝金', '円/時間'),
    amount(honorariumKeys['senior-advisor'], 'シニアアドバイザーの謝金', '円/時間'),
    amount('perKilometre', '距離あたりの旅費', '円/km'),
    {
      key: 'fares',
      header: '運賃表（往復）',
      required: false,
      codec: fares(corner),
      hint: `市区町村＝円を「;」で区切ります。例：${FARE_EXAMPLE}`,
    },
    amount(materialKeys['practical-instruction'], '実技指導の材料費の上限', '円/人日', MATERIAL_HINTS.practical),
    amount(materialKeys['appeal-session'], '魅力講座の材料費の上限', '円/人日', MATERIAL_HINTS.appeal),
    amount(materialKeys['skilled-worker-dispatch'], '熟練技能者派遣の材料費の上限', '円/人日'),
    amount(materialKeys['medalist-talk'], 'メダリスト講座の材料費の上限', '円/人日'),
    amount(materialKeys['support-station'], 'サポステの材料費の上限', '円/人日'),
    amount(materialKeys['hands-on-class'], '体験教室の材料費の上限', '円/人日'),
    amount('textPerPage', 'テキスト作成費', '円/枚'),
    {
      key: 'withheldItems',
      header: '源泉徴収の対象',
      required: true,
      codec: choices(expenseItems),
      hint: '本人に払う旅費や材料費も、原則として対象です。交通機関などに直接払うときは対象になりません',
    },
  ];
}

/** The keys of the form, gathered as they stand on it. */
export const rateKeys = {
  head: ['validFrom', 'basis'],
  honorarium: Object.values(honorariumKeys),
  travel: ['perKilometre', 'fares'],
  material: Object.values(materialKeys),
  rest: ['textPerPage', 'withheldItems'],
} as const;

type Entered = Readonly<Record<string, unknown>>;

/** The table that was entered for a 年度. */
export function rateOf(entered: Entered, fiscalYear: number): Omit<ExpenseRate, 'id' | 'revision'> {
  const yenAt = (key: string) => {
    const value = entered[key];
    return typeof value === 'number' ? yenOf(value) : null;
  };
  const each = <Key extends string>(keys: Readonly<Record<Key, string>>) =>
    Object.fromEntries(Object.entries<string>(keys).map(([code, key]) => [code, yenAt(key)])) as Record<
      Key,
      Yen | null
    >;
  return {
    fiscalYear,
    validFrom: entered['validFrom'] as PlainDate,
    basis: String(entered['basis']),
    honorariumPerHourYen: each(honorariumKeys),
    travel: { perKilometreYen: yenAt('perKilometre'), fares: (entered['fares'] ?? {}) as Fares },
    materialCapYen: each(materialKeys),
    textPerPageYen: yenAt('textPerPage'),
    withheldItems: entered['withheldItems'] as readonly ExpenseItem[],
  };
}

/** What stands on the form for a table, to begin the next one with. */
export function enteredOf(rate: ExpenseRate): Entered {
  const each = <Key extends string>(keys: Readonly<Record<Key, string>>, amounts: Readonly<Record<Key, Yen | null>>) =>
    Object.entries<string>(keys).map(([code, key]) => [key, amounts[code as Key] ?? null] as const);
  const hasFares = Object.keys(rate.travel.fares).length > 0;
  return {
    validFrom: rate.validFrom,
    basis: rate.basis,
    ...Object.fromEntries(each(honorariumKeys, rate.honorariumPerHourYen)),
    perKilometre: rate.travel.perKilometreYen,
    fares: hasFares ? rate.travel.fares : null,
    ...Object.fromEntries(each(materialKeys, rate.materialCapYen)),
    textPerPage: rate.textPerPageYen,
    withheldItems: rate.withheldItems,
  };
}
