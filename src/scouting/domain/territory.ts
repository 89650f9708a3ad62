import type { AnyField, FieldProblem, InputOf } from '#record/domain/field.ts';
import { listOf } from '#record/domain/list-codecs.ts';
import { integer } from '#record/domain/number-codecs.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { name, text } from '#record/domain/text-codecs.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { municipality } from './municipality-codec.ts';

const MOST_MUNICIPALITIES = 200;

/** What is kept of a 担当区域 (domain.md §7 Y5-11: coordinators, areas, visit days). */
export const territoryFields = [
  { key: 'coordinator', header: 'コーディネーター', required: true, codec: name({ limit: 60 }) },
  {
    key: 'municipalities',
    header: '市区町村',
    required: true,
    codec: listOf(municipality(), { limit: MOST_MUNICIPALITIES }),
    hint: '担当する市区町村。複数は「;」で区切ります。例：山口市;防府市',
  },
  {
    key: 'monthlyQuota',
    header: '月の目標',
    required: true,
    codec: integer({ min: 0, max: 200 }),
    unit: '件',
    hint: '1か月に訪問する件数',
  },
  { key: 'note', header: '備考', required: false, codec: text({ limit: 200 }) },
] as const satisfies readonly AnyField[];

/** 担当区域. The municipalities that a coordinator looks after, and how many visits a month are expected. */
export type TerritoryInput = InputOf<typeof territoryFields>;

/** A coordinator has one territory, so the name is its number. */
export const territoryShape: RecordShape<TerritoryInput> = {
  name: 'scouting-territory',
  fields: territoryFields,
  numberOf: (territory) => territory.coordinator,
  labelOf: (territory) => territory.coordinator,
};

/** Every municipality exists (DAT-30). */
export function checkTerritory({ municipalities }: TerritoryInput): readonly FieldProblem[] {
  const header = '市区町村';
  return municipalities
    .filter((code) => !findMunicipality(code))
    .map((value) => ({
      key: 'municipalities',
      header,
      problem: { kind: 'unknown-code', value, code: header } as const,
    }));
}

/** 目標の達成. How far a month's quota is filled; `missing` visits still have to be planned. */
export type QuotaProgress = {
  readonly quota: number;
  readonly held: number;
  readonly planned: number;
  readonly missing: number;
};

/** Held visits fill the quota, planned ones will; cancelled ones do neither. More than the quota leaves nothing missing. */
export function measureQuota(
  quota: number,
  { held, planned }: { readonly held: number; readonly planned: number },
): QuotaProgress {
  return { quota, held, planned, missing: Math.max(0, quota - held - planned) };
}
