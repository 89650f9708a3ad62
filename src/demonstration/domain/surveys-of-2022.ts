import { participantsOf } from '#survey/domain/audience.ts';
import type { Program } from '#dispatch/domain/program.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import type { SurveyInput } from '#survey/domain/survey.ts';

/** A held visit that people are asked about. */
export type AnsweredVisit = {
  readonly number: string;
  readonly program: Program;
  readonly organizationKind: OrganizationKind;
  readonly visitOn: PlainDate;
  readonly trainees: number;
};

const hostTexts = [
  '段取りから安全まで、順を追って教えてもらえた。',
  '来年度もお願いしたい。回数を増やせるとありがたい。',
  '若手が検定に挑戦すると言い出した。',
  '材料の準備にもう少し日数がほしい。',
  '日程の決まるのが早く、現場の調整がしやすかった。',
] as const;
const ownTexts = [
  '実際に見せてもらいながらだったので分かりやすかった。',
  '道具の手入れの大切さが分かった。',
  '練習の時間がもっとほしかった。',
  '苦手だったところができるようになった。',
  '仕上げの考え方が変わった。',
  '質問しやすい雰囲気だった。',
] as const;

/** A number that follows from the visit and the place alone, so that every loading gives the same answers. */
function pick(visit: string, place: number, most: number): number {
  let state = 2_166_136_261;
  for (const letter of `${visit} ${place}`) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return (state >>> 8) % most;
}

const enterprises: readonly OrganizationKind[] = ['sme', 'trade-body', 'large-enterprise'];

/** Invented answers: seven of eight hosts, and most of those who took part; about nine of ten agree. */
export function answersOf(visit: AnsweredVisit, lastDay: PlainDate): readonly SurveyInput[] {
  const { number, visitOn } = visit;
  const later = addDays(visitOn, 1 + pick(number, 0, 6));
  const answeredOn = later > lastDay ? lastDay : later;
  const host = pick(number, 1, 8) === 0 ? [] : [hostAnswer(visit, answeredOn)];
  const people = Math.min(visit.trainees, 40);
  const came = Array.from({ length: people }, (_, place) => place).filter((place) => pick(number, 100 + place, 10) > 0);
  return [...host, ...came.map((place) => participantAnswer(visit, place))];
}

function hostAnswer({ number, organizationKind }: AnsweredVisit, answeredOn: PlainDate): SurveyInput {
  const isEnterprise = enterprises.includes(organizationKind);
  const text = pick(number, 2, 3) === 0 ? hostTexts[pick(number, 3, hostTexts.length)] : undefined;
  return {
    visitNumber: number,
    audience: 'host',
    satisfaction: ratingOf(pick(number, 4, 100), 4),
    understanding: null,
    prompted: pick(number, 5, 100) < (isEnterprise ? 91 : 60) ? 'yes' : 'no',
    freeText: text ?? null,
    answeredOn,
  };
}

function participantAnswer({ number, program, visitOn }: AnsweredVisit, place: number): SurveyInput {
  const text = pick(number, 200 + place, 8) === 0 ? ownTexts[pick(number, 300 + place, ownTexts.length)] : undefined;
  return {
    visitNumber: number,
    audience: participantsOf(program),
    satisfaction: ratingOf(pick(number, 400 + place, 100), 7),
    understanding: ratingOf(pick(number, 500 + place, 100), 8),
    prompted: null,
    freeText: text ?? null,
    answeredOn: visitOn,
  };
}

/** 1 to 5 from a number under 100, `low` of which do not agree. */
function ratingOf(drawn: number, low: number): number {
  if (drawn < 1) return 2;
  if (drawn < low) return 3;
  return drawn < 45 ? 4 : 5;
}
