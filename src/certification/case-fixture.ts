import { plainDate } from '#kernel/plain-date.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { CertificationInput } from './domain/certification.ts';

/** An application that lacks nothing under the criteria of 令和4年10月; every person is invented. */
export function anApplication(changes: Partial<CertificationInput> = {}): CertificationInput {
  return {
    number: 'N2022-0001',
    name: '架空 太郎',
    nameKana: 'カクウ タロウ',
    trades: [findTrade('機械加工')?.code ?? ''],
    division: 'standard',
    appliedOn: plainDate('2022-11-10'),
    birthYear: 1970,
    employer: '架空精機株式会社',
    postalCode: '7530000',
    municipalityCode: '352039',
    address: '架空町1-1',
    phone: '083-000-0000',
    email: null,
    basisCode: 'top-grade',
    basisDetail: '1級 機械加工（普通旋盤作業）',
    basisOn: plainDate('2005-10-01'),
    practiceFrom: plainDate('1992-04-01'),
    instructionFrom: plainDate('2012-04-01'),
    instructionNote: '平成24年度から社内の若手3名に旋盤の検定課題を指導',
    dxSkill: null,
    recommenderKind: 'employer',
    recommenderName: '架空 花子',
    recommenderRelation: '代表取締役',
    recommenderKin: null,
    hasTeachingLicence: false,
    publishConsent: true,
    chiefJudgement: true,
    ...changes,
  };
}
