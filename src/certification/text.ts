import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { problemText } from '#record/text.ts';
import type { CaseStation } from './domain/case-stations.ts';
import { certificationBases } from './domain/certification-basis.ts';
import { certificationFields } from './domain/certification-fields.ts';
import type { CertificationCommand, CertificationState } from './domain/certification-state.ts';
import type { TransitionRefusal } from './domain/certification-transitions.ts';
import type { Shortcoming } from './domain/completeness.ts';
import type { EvidenceKind } from './domain/evidence-kind.ts';
import type { CriterionFacts, CriterionVerdict } from './domain/eligibility.ts';
import type { IntakeRefusal } from './domain/intake.ts';
import type { CertificationRefusal } from './domain/move.ts';
import type { RequiredEvidence } from './domain/required-evidence.ts';
import type { RecommenderRefusal } from './domain/recommender.ts';

/** The words of the states, as they stand on chips and in filters. */
export const stateNames: Readonly<Record<CertificationState, string>> = {
  scouted: '候補者',
  drafting: '申請書の作成中',
  received: '受付済み',
  interview: '面談待ち',
  batched: '取りまとめ済み',
  sent: 'センターへ送付済み',
  'under-review': 'センターで審査中',
  returned: 'センターから返戻',
  certified: '認定',
  rejected: '不認定',
  withdrawn: '取下げ',
};

/** What a file proves: the words of lists and forms. */
export const evidenceKindNames: Readonly<Record<EvidenceKind, string>> = {
  qualification: '資格・技能検定の証書',
  award: '表彰・競技大会の記録',
  practice: '実務経験の証明',
  instruction: '指導経験の証明',
  recommendation: '推薦書',
  application: '署名した申請書',
  other: 'その他の書類',
};

/** What somebody does: the words of buttons and of the history. */
export const commandNames: Readonly<Record<CertificationCommand, string>> = {
  'start-draft': '申請書の作成を始める',
  receive: '受け付ける',
  'call-interview': '面談を行うことにする',
  'pass-interview': '面談を終える',
  'add-to-batch': '取りまとめに入れる',
  'take-from-batch': '取りまとめから外す',
  send: 'センターへ送付する',
  return: '差し戻す',
  resubmit: '直したものを受け付ける',
  'begin-review': '審査を始める',
  certify: '認定を記録する',
  reject: '不認定を記録する',
  withdraw: '取り下げる',
};

/** What happens next in each state, and who does it. */
export const nextSteps: Readonly<Record<CertificationState, string>> = {
  scouted: 'コーナーが候補者に制度を説明します。申請の意思があれば、申請書の作成を始めます。',
  drafting: '候補者がコーナーの手助けを受けて申請書を書き、推薦と写しを集めます。そろったらコーナーが受け付けます。',
  received: 'コーナーが要件を確かめます。必要なら面談を行い、そろっていれば取りまとめに入れます。',
  interview: 'コーナー長が面談をして、意欲と指導できるかを確かめます。終えたら「コーナーの判断」を記入します。',
  batched: 'コーナー長が取りまとめを締切までにセンターへ送付します。',
  sent: 'センターが受け取り、審査を始めます。',
  'under-review': 'センターが審査し、認定・不認定・返戻のいずれかを知らせます。',
  returned: 'コーナーが返戻の理由を候補者に伝え、直した申請書を受け付け直します。',
  certified:
    '登録台帳に載りました。指導技法等講習が未受講のときは、コーナーが案内し、本人が最初の指導までに受講します。',
  rejected: 'コーナーが結果を候補者に知らせます。この申請の手続は終わりです。',
  withdrawn: 'この申請の手続は終わりです。改めて申請するときは、新しく登録します。',
};

/** The name of a station; the last one is the result, whatever it was, and a returned application says so. */
export function stationName(station: CaseStation, state: CertificationState): string {
  if (station === 'certified') return state === 'certified' || state === 'rejected' ? stateNames[state] : '結果';
  if (station === 'under-review' && state === 'returned') return stateNames.returned;
  return stationNames[station];
}

const stationNames: Readonly<Record<CaseStation, string>> = {
  scouted: '候補者',
  drafting: '申請書の作成',
  received: '受付',
  interview: '面談',
  batched: '取りまとめ',
  sent: 'センターへ送付',
  'under-review': 'センターの審査',
  certified: '結果',
};

const whyNot: Readonly<Record<TransitionRefusal, string>> = {
  'too-early': '前の段階が終わっていません。画面の「次にできること」から進めてください。',
  'done-already': 'この手続はすでに済んでいます。経過で確かめてください。',
  'in-batch': '取りまとめに入っています。先に取りまとめから外してください。',
  'at-center': 'センターの手元にあります。センターの返戻か結果を待つか、センターに連絡してください。',
  decided: '手続は終わっています。改めて申請するときは、新しく登録してください。',
};

/** Why a step was not taken, and what to do (FRM-32). */
export function certificationRefusalText(refusal: CertificationRefusal): string {
  switch (refusal.kind) {
    case 'wrong-state':
      return `「${commandNames[refusal.command]}」はできません。いまは「${stateNames[refusal.state]}」です。${whyNot[refusal.why]}`;
    case 'reason-missing':
      return `理由が入力されていません。後から経緯を確かめるため、「${commandNames[refusal.command]}」には理由を入力してください。`;
    case 'in-the-future':
      return `${formatSlashDate(refusal.day)}はまだ来ていない日です。今日（${formatSlashDate(refusal.today)}）以前の日を入力してください。`;
    case 'before-last-step':
      return `${formatSlashDate(refusal.day)}は、前の手続の日（${formatSlashDate(refusal.lastDay)}）より前です。前の手続の日以後の日を入力してください。`;
    case 'intake-suspended':
      return `${formatSlashDate(refusal.since)}から認定申請の受付を停止しているため、受け付けられません（理由：${refusal.reason}）。再開した後の日で受け付けてください。`;
    case 'incomplete':
      return `「${commandNames[refusal.command]}」には、次のものが足りません。補ってください（記入は「編集する」から、書類は「証拠書類」から）：${refusal.shortcomings.map(shortcomingText).join('、')}`;
    case 'certificate-missing':
      return '登録番号と認定年月日が入力されていません。認定証を見て両方を入力してください。';
    case 'certified-before-application':
      return `認定年月日（${formatSlashDate(refusal.certifiedOn)}）が申請日（${formatSlashDate(refusal.appliedOn)}）より前です。認定証と申請書の日付を確かめてください。`;
    case 'registration-number-taken':
      return `登録番号「${refusal.number}」は、登録台帳のほかの人（削除した人を含む）の番号です。認定証の番号を確かめてください。`;
    case 'not-registrable':
      return `登録台帳に登録できません。${refusal.problems.map(({ header, problem }) => problemText(header, problem)).join('')}`;
  }
}

/** What an application lacks, in a few words. */
export function shortcomingText(shortcoming: Shortcoming): string {
  switch (shortcoming.kind) {
    case 'field':
      return `${certificationFields.find(({ key }) => key === shortcoming.key)?.header ?? shortcoming.key}の記入`;
    case 'recommender':
      return recommenderText(shortcoming.refusal);
    case 'evidence':
      return `証拠書類「${evidenceShortcomingText(shortcoming.anyOf)}」`;
    case 'no-criteria':
      return '申請日に有効な認定基準（申請日を確かめてください）';
    case 'criterion':
      return `要件「${criterionNames[shortcoming.criterion]}」を満たすこと`;
  }
}

/** The kinds of which a file is missing: any of them will do. */
export function evidenceShortcomingText(anyOf: RequiredEvidence): string {
  return anyOf.map((kind) => evidenceKindNames[kind]).join('か');
}

/** Why somebody cannot recommend, and who can. */
export function recommenderText(refusal: RecommenderRefusal): string {
  switch (refusal.kind) {
    case 'kin':
      return '二親等以内の親族でない推薦者';
    case 'relation-says-kin':
      return `二親等以内の親族でない推薦者（関係が「${refusal.relation}」です）`;
    case 'employed':
      return `勤務先の長による推薦（勤務先が「${refusal.employer}」です）`;
    case 'not-employed':
      return '第三者による推薦（勤務先の記入がありません）';
  }
}

/** The names of the criteria. */
export const criterionNames: Readonly<Record<CriterionFacts['criterion'], string>> = {
  trade: '対象の職種',
  division: '部門',
  basis: '技能の根拠',
  practice: '実務の経験',
  instruction: '実技指導の経験',
  occasions: '実技指導の経験と指導できること',
  dx: 'DXの技能',
  will: '技能を伝える意欲',
};

export const answerNames: Readonly<Record<CriterionVerdict['answer'], string>> = {
  met: '満たす',
  'not-met': '満たさない',
  'to-judge': '確認が必要',
};

/** The fact that an answer rests on. */
export function criterionFactText(verdict: CriterionVerdict): string {
  switch (verdict.criterion) {
    case 'trade':
      return verdict.unknownTrades.length === 0
        ? '申請日に対象の職種です。'
        : `申請日に対象でない職種があります（${verdict.unknownTrades.join('、')}）。`;
    case 'division':
      return divisionFactText(verdict);
    case 'basis':
      return basisFactText(verdict);
    case 'practice':
    case 'instruction':
      return yearsFactText(verdict);
    case 'occasions':
      return `${verdict.written ? '経験の記入があります。' : '経験の記入がありません。'}${judgementText(verdict.judgement)}`;
    case 'dx':
      return verdict.written ? '記入があります。センターが判断します。' : '記入がありません。';
    case 'will':
      return judgementText(verdict.judgement);
  }
}

type Of<Criterion extends CriterionFacts['criterion']> = Extract<CriterionVerdict, { readonly criterion: Criterion }>;

function divisionFactText({ answer, division }: Of<'division'>): string {
  if (division === null) return '部門の記入がありません。';
  return answer === 'met' ? '申請日の基準にある部門です。' : '申請日の基準にない部門です。「一般」で申請します。';
}

function basisFactText({ basis, mark, on, remark }: Of<'basis'>): string {
  if (basis === null) return '根拠の記入がありません。';
  const name = certificationBases.find(({ code }) => code === basis)?.label ?? basis;
  const day = on ? `、${formatSlashDate(on)}` : '（日付の記入がありません）';
  const remarks = {
    '': '',
    'not-accepted': '申請日の基準では根拠になりません。',
    'weighed-by-center': '1級に相当するかをセンターが判断します。',
    'other-trade': '電気溶接・電工・自動車工だけの根拠です。',
  } as const;
  return `${mark}${name}${day}。${remarks[remark]}`;
}

function yearsFactText({ criterion, from, years, needed, afterBasis }: Of<'practice' | 'instruction'>): string {
  const rule = `${afterBasis ? '根拠の日より後に' : ''}${needed}年以上`;
  if (from === null || years === null) {
    const day = criterion === 'practice' ? '実務の開始日' : '実技指導の開始日';
    return `${rule}が必要です。${day}${afterBasis ? 'か根拠の日' : ''}の記入がありません。`;
  }
  return `${formatSlashDate(from)}から申請日まで満${years}年です（${rule}が必要）。`;
}

function judgementText(judgement: boolean | null): string {
  if (judgement === null) return 'コーナーの判断がまだ記入されていません。';
  return judgement ? 'コーナーは「指導できる」と判断しています。' : 'コーナーは「指導は難しい」と判断しています。';
}

/** Why criteria were not set, and what to do. */
export function criteriaTakenText({
  validFrom,
  name,
}: {
  readonly validFrom: PlainDate;
  readonly name: string;
}): string {
  return `${formatSlashDate(validFrom)}からの基準「${name}」がすでにあります。別の日にするか、一覧からその基準を編集してください。`;
}

/** Why the intake was not stopped or resumed, and what to do. */
export function intakeRefusalText(refusal: IntakeRefusal): string {
  switch (refusal.kind) {
    case 'intake-reason-missing':
      return '停止する理由が入力されていません。受け付けられない候補者に伝えるため、理由を入力してください。';
    case 'suspended-already':
      return `${formatSlashDate(refusal.since)}から停止しています。先に受付を再開してください。`;
    case 'overlaps-suspension':
      return `${formatSlashDate(refusal.since)}から${formatSlashDate(refusal.until)}までの停止と重なります。${formatSlashDate(refusal.until)}より後の日を入力してください。`;
    case 'not-suspended':
      return '受付は停止していません。画面を開き直して、いまの状態を確かめてください。';
    case 'resumed-before-stop':
      return `停止した日（${formatSlashDate(refusal.since)}）より後の日を入力してください。`;
  }
}
