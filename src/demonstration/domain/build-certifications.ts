import type { CertificationInput } from '#certification/domain/certification.ts';
import { certificationFields } from '#certification/domain/certification-fields.ts';
import { certificationCommands } from '#certification/domain/certification-state.ts';
import type { CertificationMove } from '#certification/domain/move.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { CERTIFICATES, CERTIFICATION_ROSTER, REASONS } from './certification-roster.ts';
import { municipalityCodeOf, phoneOf, postalCodeOf } from './build-organizations.ts';
import { readSheet, type SheetRow } from './hand-kept-sheet.ts';

/** An application of the demonstration office and every step that was taken with it, from the first. */
export type BuiltCertification = {
  readonly input: CertificationInput;
  readonly moves: readonly CertificationMove[];
};

/** The thousands of the candidates' telephone numbers; a Meister's own are those of the ledger. */
const CANDIDATES = 8;
const MEISTERS = 2;

/** 認定申請 of the roster; whatever its fields or steps would refuse is a slip of the keeper and throws. */
export function buildCertifications(): readonly BuiltCertification[] {
  return readSheet(CERTIFICATION_ROSTER).map((cell, index) => {
    const parsed = parseFields(certificationFields, toTexts(cell, index + 1));
    if (!parsed.ok) throw new Error(`${cell('受付番号')}: ${JSON.stringify(parsed.refusal)}`);
    return { input: parsed.value, moves: readMoves(cell) };
  });
}

function toTexts(cell: SheetRow, ordinal: number): Record<string, string> {
  const municipality = cell('市区町村');
  const ledger = Number((CERTIFICATES[cell('受付番号')] ?? '').slice(2));
  const place = ledger || ordinal;
  return {
    number: cell('受付番号'),
    name: cell('氏名'),
    nameKana: cell('フリガナ'),
    trades: cell('職種'),
    division: cell('部門'),
    appliedOn: cell('申請日'),
    birthYear: cell('生年'),
    employer: cell('勤務先'),
    postalCode: postalCodeOf(municipality),
    municipalityCode: municipalityCodeOf(municipality),
    address: `架空町${(place % 9) + 1}-${(place % 17) + 1}`,
    phone: phoneOf(ledger ? MEISTERS : CANDIDATES, place),
    basisCode: cell('根拠'),
    basisOn: cell('根拠の日'),
    basisDetail: cell('根拠の内容'),
    practiceFrom: cell('実務'),
    instructionFrom: cell('指導'),
    instructionNote: cell('指導') === '' ? '' : '社内と組合の若手に、技能検定の課題を毎年指導しています。',
    dxSkill: cell('部門') === 'DX' ? '測定値を自動で集め、ばらつきを画面で見せる仕組みを作りました。' : '',
    recommenderKind: cell('推薦'),
    recommenderName: cell('推薦者'),
    recommenderRelation: cell('関係'),
    recommenderKin: cell('親族'),
    hasTeachingLicence: cell('免許'),
    publishConsent: cell('同意'),
    chiefJudgement: cell('判断'),
  };
}

function readMoves(cell: SheetRow): readonly CertificationMove[] {
  const number = cell('受付番号');
  return cell('手続')
    .split(';')
    .filter((step) => step !== '')
    .map((step) => {
      const [name = '', day = ''] = step.split(' ');
      const command = certificationCommands.find((known) => known === name);
      if (!command) throw new Error(`${number}: no command ${name}`);
      const happenedOn = plainDate(day);
      const reason = REASONS[`${number} ${command}`] ?? null;
      if (command !== 'certify') return { command, happenedOn, reason };
      const registrationNumber = CERTIFICATES[number] ?? '';
      return {
        command,
        happenedOn,
        reason,
        certificate: { registrationNumber, certifiedOn: happenedOn, course: 'not-taken' },
      };
    });
}
