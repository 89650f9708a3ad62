import { birthYear, consent, tradeCodes } from '#instructor/domain/instructor-codecs.ts';
import { instructorDivisions } from '#instructor/domain/instructor-kind.ts';
import { choice } from '#record/domain/choice-codecs.ts';
import { businessNumber, namedMunicipality } from '#record/domain/code-codecs.ts';
import { email, phone, postalCode } from '#record/domain/contact-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { kana, multiline, name, text } from '#record/domain/text-codecs.ts';
import { certificationBases } from './certification-basis.ts';
import { answer } from './certification-codecs.ts';
import { recommenderKinds } from './recommender.ts';

const hints = {
  number: 'コーナーの受付番号。提案された番号は変えられます',
  division: '令和4年10月からの部門。それより前と令和7年4月からは「一般」です',
  name: '氏と名の間を1文字あけます',
  nameKana: '五十音順の並びと検索に使います',
  birthYear: '西暦4桁。昭和30年のようにも書けます',
  trades: '認定を申請する職種。複数は「;」で区切ります。例：機械加工;仕上げ',
  employer: '勤務先がないときは空けておきます。勤務先があれば勤務先の、なければ住まいのコーナーへ申請します',
  postalCode: '例：753-0000',
  municipality: '6桁。名称の一部からも選べます。例：352039（山口市）',
  appliedOn: '申請書の日付。この日の認定基準で確かめます。例：2022/11/21、R4.11.21',
  basisCode: '技能を証明するもの。写しを添えます',
  basisDetail: '等級・職種・大会名・番号など。例：1級 機械加工（普通旋盤作業）第12-3-4567号',
  basisOn: '合格・受賞などの日。この日より後の年数を数える基準があります',
  practiceFrom: 'その職種の仕事を始めた日。離れた期間があれば、その分だけ後の日にします',
  instructionFrom: '後輩や生徒への実技指導を始めた日',
  instructionNote: 'いつ・だれに・何を教えたか。例：平成28年度から社内の若手3名に旋盤の検定課題を指導',
  chiefJudgement: '技能を伝える意欲と、指導できるかについてのコーナーの判断。面談の後に記入します',
  dxSkill: '部門が「DX」のとき。デジタル技術を使った生産・指導の経験',
  licence: '持っている人は指導技法等講習が免除になることがあります',
  consent: '氏名・職種・得意とする指導内容を公開のページに載せることへの本人の同意',
  recommenderKind: '勤務先がある人は勤務先の長、ない人は第三者が推薦します',
  recommenderRelation: '候補者との関係。例：代表取締役、元同僚、組合の理事長',
  recommenderKin: '配偶者、父母、子、祖父母、孫、兄弟姉妹（義理を含む）。第三者の推薦では認められません',
} as const;

const kin = answer({ yes: '該当する', no: '該当しない' });
const judgement = answer({ yes: '指導できる', no: '指導は難しい' });
const licence = answer({ yes: '持っている', no: '持っていない' });

/** The columns of a 認定申請, in the order of the application form (domain.md §3, §5.1). */
export const certificationFields = [
  { key: 'number', header: '受付番号', required: true, codec: businessNumber(), hint: hints.number },
  { key: 'name', header: '氏名', required: true, codec: name(), personal: true, hint: hints.name },
  { key: 'nameKana', header: 'フリガナ', required: true, codec: kana(), personal: true, hint: hints.nameKana },
  { key: 'trades', header: '職種', required: true, codec: tradeCodes(), hint: hints.trades },
  { key: 'division', header: '部門', required: false, codec: choice(instructorDivisions), hint: hints.division },
  { key: 'appliedOn', header: '申請日', required: false, codec: date(), hint: hints.appliedOn },
  { key: 'birthYear', header: '生年', required: false, codec: birthYear(), personal: true, hint: hints.birthYear },
  { key: 'employer', header: '勤務先', required: false, codec: name(), hint: hints.employer },
  { key: 'postalCode', header: '郵便番号', required: false, codec: postalCode(), hint: hints.postalCode },
  {
    key: 'municipalityCode',
    header: '市区町村コード',
    required: false,
    codec: namedMunicipality(),
    hint: hints.municipality,
  },
  { key: 'address', header: '住所', required: false, codec: text({ limit: 200 }), personal: true },
  { key: 'phone', header: '電話', required: false, codec: phone(), personal: true },
  { key: 'email', header: 'メール', required: false, codec: email(), personal: true },
  { key: 'basisCode', header: '認定の根拠', required: false, codec: choice(certificationBases), hint: hints.basisCode },
  { key: 'basisDetail', header: '根拠の内容', required: false, codec: text({ limit: 200 }), hint: hints.basisDetail },
  { key: 'basisOn', header: '根拠の日', required: false, codec: date(), hint: hints.basisOn },
  { key: 'practiceFrom', header: '実務の開始日', required: false, codec: date(), hint: hints.practiceFrom },
  { key: 'instructionFrom', header: '実技指導の開始日', required: false, codec: date(), hint: hints.instructionFrom },
  {
    key: 'instructionNote',
    header: '実技指導の経験',
    required: false,
    codec: multiline({ limit: 1000 }),
    hint: hints.instructionNote,
  },
  { key: 'dxSkill', header: 'DXの技能', required: false, codec: multiline({ limit: 1000 }), hint: hints.dxSkill },
  {
    key: 'recommenderKind',
    header: '推薦者の区分',
    required: false,
    codec: choice(recommenderKinds),
    hint: hints.recommenderKind,
  },
  { key: 'recommenderName', header: '推薦者の氏名', required: false, codec: name(), personal: true },
  {
    key: 'recommenderRelation',
    header: '推薦者との関係',
    required: false,
    codec: text({ limit: 100 }),
    personal: true,
    hint: hints.recommenderRelation,
  },
  {
    key: 'recommenderKin',
    header: '二親等以内の親族',
    required: false,
    codec: kin,
    personal: true,
    hint: hints.recommenderKin,
  },
  { key: 'hasTeachingLicence', header: '職業訓練指導員免許', required: false, codec: licence, hint: hints.licence },
  { key: 'publishConsent', header: '公開への同意', required: false, codec: consent(), hint: hints.consent },
  { key: 'chiefJudgement', header: 'コーナーの判断', required: false, codec: judgement, hint: hints.chiefJudgement },
] as const satisfies readonly AnyField[];
