import { foldNumeric, foldWidth } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Codec, Problem } from '#record/domain/field.ts';
import { listOf } from '#record/domain/list-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';

/** 目標値. What a figure of the plan should reach in the year: 派遣回数 170回, 満足度 90%以上. */
export type Target = {
  /** The figure's name as the plan writes it; which count it means is decided by the report. */
  readonly label: string;
  readonly value: number;
  /** 回, 人日, か所, % …, without 以上. */
  readonly unit: string;
  /** The plan says 以上. */
  readonly atLeast: boolean;
};

const EXAMPLE = '派遣回数=170回';
const MOST_TARGETS = 30;
const label = text({ limit: 60 });

/** 指標: `名称=目標値単位` separated by `;` (contract.md §3); a name may stand once. */
export function targets(): Codec<readonly Target[]> {
  const list = listOf(target(), { limit: MOST_TARGETS });
  return {
    ...list,
    parse(typed) {
      const read = list.parse(typed);
      if (!read.ok) return read;
      const names = read.value.map((item) => foldWidth(item.label));
      const again = names.find((name, index) => names.indexOf(name) !== index);
      return again === undefined ? read : refuse({ kind: 'repeated', value: again });
    },
  };
}

/** A target as the plan and the report write it: 1,200人日以上. */
export function targetText({ value, unit, atLeast }: Omit<Target, 'label'>): string {
  return `${value.toLocaleString('ja-JP')}${unit}${atLeast ? '以上' : ''}`;
}

function target(): Codec<Target> {
  return {
    control: 'text',
    format: ({ label: name, value, unit, atLeast }) => `${name}=${value}${unit}${atLeast ? '以上' : ''}`,
    parse: readTarget,
  };
}

function readTarget(typed: string): Result<Target, Problem> {
  const [, name = '', amount = ''] = /^([^=＝]*)[=＝](.*)$/su.exec(typed.trim()) ?? [];
  const match = /^(?<digits>\d{1,3}(?:,\d{3})+|\d{1,9})(?<decimals>\.\d{1,3})?\s*(?<unit>[^\d=;,.].{0,19})?$/u.exec(
    foldNumeric(amount),
  );
  if (name.trim() === '' || !match?.groups) return refuse({ kind: 'wrong-form', value: typed, example: EXAMPLE });
  const read = label.parse(name);
  if (!read.ok) return read;
  const { digits = '', decimals = '', unit = '' } = match.groups;
  const value = Number(`${digits.replaceAll(',', '')}${decimals}`);
  return accept({ label: read.value, value, unit: unit.replace(/以上$/u, '').trim(), atLeast: unit.endsWith('以上') });
}
