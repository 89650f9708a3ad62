import type { DispatchTerms } from './dispatch-rule.ts';

type Example = {
  readonly code: string;
  readonly label: string;
  readonly terms: Omit<DispatchTerms, 'validFrom'>;
};

const fourClasses = ['sme', 'trade-body', 'technical-school', 'public-place'] as const;
const schools = ['elementary-junior-high', 'support-station'] as const;

/**
 * 公開されている基準の例, to begin a corner's own table with (domain.md §5.3, §5.4). They are what was read on the pages of
 * single corners, not the rules of the programme: `basis` says whose they are, and a chief changes them.
 */
export const dispatchRuleExamples: readonly Example[] = [
  {
    code: 'okayama',
    label: '岡山県コーナーの公開例',
    terms: {
      basis: '岡山県コーナーの公開例（okayama-gino.mhlw.go.jp）を写したもの。自分のコーナーの要領で直してください',
      eligibleKinds: [...fourClasses, ...schools],
      largeEnterprise: 'own-cost',
      sessionCaps: [
        { kind: 'sme', program: null, sessions: 20 },
        { kind: 'trade-body', program: null, sessions: 20 },
        { kind: 'technical-school', program: null, sessions: 10 },
      ],
      capPer: 'year',
      sessionHours: [{ program: 'practical-instruction', minMinutes: 60, maxMinutes: 180 }],
      requestLeadDays: null,
      planLeadDays: 50,
      planFormFromDays: 1,
      reportDueDays: null,
      surveyDueDays: null,
      minAge: 15,
      maxAge: 34,
      maxYearsRunning: 1,
      maxPerYear: null,
      onRepeat: 'consult',
      subsidyDeclaration: 'needed',
    },
  },
  {
    code: 'shimane-r5',
    label: '島根県コーナーの公開例（令和5年度）',
    terms: {
      basis:
        '島根県コーナーの公開例・令和5年度（noukai-shimane.or.jp）を写したもの。自分のコーナーの要領で直してください',
      eligibleKinds: [...fourClasses, ...schools],
      largeEnterprise: 'own-cost',
      sessionCaps: [
        { kind: 'sme', program: null, sessions: 20 },
        { kind: 'trade-body', program: null, sessions: 20 },
        { kind: 'technical-school', program: null, sessions: 10 },
      ],
      capPer: 'year',
      sessionHours: [
        { program: 'practical-instruction', minMinutes: 180, maxMinutes: 180 },
        { program: 'appeal-session', minMinutes: 120, maxMinutes: 120 },
      ],
      requestLeadDays: null,
      planLeadDays: null,
      planFormFromDays: null,
      reportDueDays: null,
      surveyDueDays: null,
      minAge: 15,
      maxAge: 34,
      maxYearsRunning: 1,
      maxPerYear: 1,
      onRepeat: 'not-covered',
      subsidyDeclaration: 'needed',
    },
  },
  {
    code: 'yamagata-h30',
    label: '山形県コーナーの公開例（平成30年度）',
    terms: {
      basis:
        '山形県コーナーの公開例・平成30年度（monozukuri-mirai.net）を写したもの。自分のコーナーの要領で直してください',
      eligibleKinds: [...fourClasses, ...schools],
      largeEnterprise: 'own-cost',
      sessionCaps: [],
      capPer: 'request',
      sessionHours: [],
      requestLeadDays: 30,
      planLeadDays: null,
      planFormFromDays: 11,
      reportDueDays: null,
      surveyDueDays: null,
      minAge: 15,
      maxAge: 34,
      maxYearsRunning: null,
      maxPerYear: null,
      onRepeat: 'consult',
      subsidyDeclaration: 'needed',
    },
  },
];
