import { recordNumber } from '#dispatch/domain/reference-codecs.ts';
import { tradeCodes } from '#instructor/domain/instructor-codecs.ts';
import { checkMunicipality } from '#organization/domain/organization.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { businessNumber } from '#record/domain/code-codecs.ts';
import { phone } from '#record/domain/contact-codecs.ts';
import type { AnyField, FieldProblem, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { kana, name, text } from '#record/domain/text-codecs.ts';
import { municipality } from './municipality-codec.ts';
import type { ScoutingVisitInput } from './scouting-visit.ts';

/** The columns of a 見込み先 in files and forms: a firm with many 技能検定 candidates (domain.md §7 Y5-11). */
export const scoutingLeadFields = [
  { key: 'number', header: '見込み先番号', required: true, codec: businessNumber() },
  { key: 'name', header: '名称', required: true, codec: name({ limit: 100 }) },
  { key: 'nameKana', header: 'フリガナ', required: false, codec: kana() },
  {
    key: 'organizationNumber',
    header: '派遣先番号',
    required: false,
    codec: recordNumber(),
    hint: '派遣先の名簿にあるとき',
  },
  {
    key: 'municipalityCode',
    header: '市区町村コード',
    required: true,
    codec: municipality(),
    hint: '6桁のコード。名称でも入力できます',
  },
  {
    key: 'trades',
    header: '職種',
    required: true,
    codec: tradeCodes(),
    hint: '受検者の多い職種。複数は「;」で区切ります。例：機械加工;仕上げ',
  },
  {
    key: 'examYear',
    header: '検定の年度',
    required: true,
    codec: integer({ min: 2000, max: 2100 }),
    hint: '受検者数を数えた年度。西暦4桁',
  },
  { key: 'examinees', header: '受検者数', required: true, codec: integer({ min: 0, max: 99_999 }), unit: '人' },
  {
    key: 'firstGrades',
    header: '1級以上の技能士数',
    required: false,
    codec: integer({ min: 0, max: 99_999 }),
    unit: '人',
    hint: '特級・1級・単一等級',
  },
  { key: 'contactName', header: '担当者', required: false, codec: name({ limit: 60 }) },
  { key: 'phone', header: '電話', required: false, codec: phone() },
  { key: 'note', header: '備考', required: false, codec: text({ limit: 200 }) },
  {
    key: 'closedReason',
    header: '見送りの理由',
    required: false,
    codec: text({ limit: 100 }),
    hint: '訪問しないと決めたときに入力します',
  },
] as const satisfies readonly AnyField[];

/** 見込み先. A firm or trade body that is worth a visit because many of its people sit 技能検定. */
export type ScoutingLeadInput = InputOf<typeof scoutingLeadFields>;

export type ScoutingLeadKnown = {
  /** Identities of live 派遣先 by number. */
  readonly organizations: ReadonlyMap<string, string>;
};

export const scoutingLeadShape: RecordShape<ScoutingLeadInput> = {
  name: 'scouting-lead',
  fields: scoutingLeadFields,
  numberOf: (lead) => lead.number,
  labelOf: (lead) => lead.name,
};

/** The municipality exists, and so does the 派遣先 where one is named. */
export function checkScoutingLead(
  { municipalityCode, organizationNumber }: ScoutingLeadInput,
  { organizations }: ScoutingLeadKnown,
): readonly FieldProblem[] {
  const problems = [...checkMunicipality(municipalityCode, '市区町村コード')];
  if (organizationNumber !== null && !organizations.has(organizationNumber)) {
    const problem = { kind: 'unknown-record', value: organizationNumber, record: 'organization' } as const;
    problems.push({ key: 'organizationNumber', header: '派遣先番号', problem });
  }
  return problems;
}

/** 見込み先の状況. It follows from the visits: nobody enters it but for 見送り. */
export const scoutingLeadStates = [
  { code: 'untouched', label: '未訪問' },
  { code: 'planned', label: '訪問予定' },
  { code: 'visited', label: '訪問済み' },
  { code: 'closed', label: '見送り' },
] as const;

export type ScoutingLeadState = (typeof scoutingLeadStates)[number]['code'];

/** Closed by its reason; else planned while a visit is to come, visited once one was held, untouched before. */
export function scoutingLeadState(lead: {
  readonly closedReason: string | null;
  readonly planned: number;
  readonly held: number;
}): ScoutingLeadState {
  if (lead.closedReason !== null) return 'closed';
  if (lead.planned > 0) return 'planned';
  return lead.held > 0 ? 'visited' : 'untouched';
}

/** The visit that a lead becomes in one step: planned, at the lead's place, with nothing heard yet. */
export function planLeadVisit(
  lead: ScoutingLeadInput,
  {
    number,
    visitOn,
    coordinator,
  }: { readonly number: string; readonly visitOn: PlainDate; readonly coordinator: string },
): ScoutingVisitInput {
  return {
    number,
    host: lead.organizationNumber === null ? lead.name : `${lead.organizationNumber} ${lead.name}`,
    municipalityCode: lead.municipalityCode,
    visitOn,
    status: 'planned',
    needs: null,
    said: null,
    candidates: null,
    nextStep: null,
    nextOn: null,
    coordinator,
    startsAt: null,
    purpose: 'scouting',
    leadNumber: lead.number,
  };
}
