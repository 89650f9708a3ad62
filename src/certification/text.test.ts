import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { anApplication } from './case-fixture.ts';
import { certificationFields } from './domain/certification-fields.ts';
import { shippedCriteria } from './domain/certification-criteria.ts';
import { certificationCommands, certificationStates } from './domain/certification-state.ts';
import { evidenceKinds } from './domain/evidence-kind.ts';
import { certificationTransitions } from './domain/certification-transitions.ts';
import { judgeEligibility } from './domain/eligibility.ts';
import type { CertificationRefusal } from './domain/move.ts';
import {
  answerNames,
  certificationRefusalText,
  criterionFactText,
  nextSteps,
  shortcomingText,
  stateNames,
} from './text.ts';

const day = plainDate('2022-11-10');

const wrongStates = certificationStates.flatMap((state) =>
  certificationCommands.flatMap((command): CertificationRefusal[] => {
    const cell = certificationTransitions[state][command];
    return 'no' in cell ? [{ kind: 'wrong-state', command, state, why: cell.no }] : [];
  }),
);

const refusals: readonly CertificationRefusal[] = [
  ...wrongStates,
  { kind: 'reason-missing', command: 'reject' },
  { kind: 'in-the-future', day, today: day },
  { kind: 'before-last-step', day, lastDay: day },
  { kind: 'intake-suspended', since: day, reason: '認定基準の改定' },
  { kind: 'incomplete', command: 'receive', shortcomings: [{ kind: 'no-criteria' }] },
  { kind: 'certificate-missing' },
  { kind: 'certified-before-application', certifiedOn: day, appliedOn: day },
  { kind: 'registration-number-taken', number: 'M-001' },
  { kind: 'not-registrable', problems: [{ key: 'name', header: '氏名', problem: { kind: 'missing' } }] },
];

test('every refusal has its sentence with what to do, and blames nobody [FRM-32]', () => {
  expect(wrongStates.length).toBeGreaterThan(100);
  for (const refusal of refusals) {
    const text = certificationRefusalText(refusal);
    expect(text).toMatch(/ください|終わっています|進めて/u);
    expect(text).not.toMatch(/undefined|不正|無効|null|\[object/u);
  }
});

test('every shortcoming is named', () => {
  const names = [
    ...certificationFields.map(({ key }) => shortcomingText({ kind: 'field', key })),
    ...(['trade', 'division', 'basis', 'practice', 'instruction', 'occasions', 'dx', 'will'] as const).map(
      (criterion) => shortcomingText({ kind: 'criterion', criterion }),
    ),
    ...[
      { kind: 'kin' } as const,
      { kind: 'relation-says-kin', relation: '兄' } as const,
      { kind: 'employed', employer: '架空精機' } as const,
      { kind: 'not-employed' } as const,
    ].map((refusal) => shortcomingText({ kind: 'recommender', refusal })),
    ...evidenceKinds.map((kind) => shortcomingText({ kind: 'evidence', anyOf: [kind] })),
    shortcomingText({ kind: 'evidence', anyOf: ['award', 'qualification'] }),
  ];
  for (const name of names) expect(name).not.toMatch(/undefined|null|[a-z]{3}/u);
  expect(new Set(names).size).toBe(names.length);
});

test('every verdict says the fact it rests on', () => {
  const applications = [
    anApplication(),
    anApplication({ division: 'dx', dxSkill: 'センサーによる稼働監視' }),
    anApplication({ division: null, basisCode: null, practiceFrom: null, instructionFrom: null, chiefJudgement: null }),
    anApplication({ basisCode: 'special-trade', chiefJudgement: false, trades: ['none'], instructionNote: null }),
    anApplication({ basisCode: 'equal-skill', basisOn: null }),
  ];
  for (const criteria of shippedCriteria)
    for (const application of applications)
      for (const verdict of judgeEligibility(application, { criteria, on: day }))
        expect(criterionFactText(verdict)).toMatch(/。$/u);
});

test('every state says what happens next and who does it, every answer has a word of its own', () => {
  for (const state of certificationStates) expect(nextSteps[state]).toMatch(/コーナー|候補者|センター|手続/u);
  expect(new Set(Object.values(stateNames)).size).toBe(certificationStates.length);
  expect(new Set(Object.values(answerNames)).size).toBe(3);
});
