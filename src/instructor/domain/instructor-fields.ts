import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { schoolFounders } from '#organization/domain/school-founder.ts';
import { choice, choices } from '#record/domain/choice-codecs.ts';
import { businessNumber, namedMunicipality } from '#record/domain/code-codecs.ts';
import { email, phone, postalCode } from '#record/domain/contact-codecs.ts';
import { date, dateList } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { weekdays } from '#record/domain/list-codecs.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { kana, name, text } from '#record/domain/text-codecs.ts';
import { courseStatus } from './course-status.ts';
import { birthYear, consent, tradeCodes } from './instructor-codecs.ts';
import { instructorDivisions, instructorKinds } from './instructor-kind.ts';

const hints = {
  name: '氏と名の間を1文字あけます',
  nameKana: '五十音順の並びと検索に使います',
  birthYear: '西暦4桁。昭和30年のようにも書けます',
  trades: '複数は「;」で区切ります。例：機械加工;仕上げ',
  postalCode: '例：753-0000',
  municipality: '6桁。名称の一部からも選べます。例：352039（山口市）',
  course: '修了した日（例：2022-06-15）、免除、未受講のいずれか',
  lastActivity: '匠デスクに入力する前の活動。入力後は実施した派遣から分かります',
  yearlyCap: '1年度に引き受けられる派遣の回数',
  unavailable: '複数は「;」で区切ります。例：2022-12-29;2023-01-05',
  monthlyCap: '1か月に引き受けられる派遣の回数',
  hostKinds: '引き受ける派遣先の区分。選ばないときはどこへでも行きます',
  hostFounders:
    '公立の学校だけに行く人は公立を選びます。学校でない派遣先にはかかりません。選ばないときはどの学校へも行きます',
  consent: '氏名や職種を公開のページに載せることへの本人の同意',
} as const;

/**
 * The columns of a マイスター等 in files, forms and API (contract.md §3), the desk's own last. No autocomplete tokens: staff enter other
 * people here, and a browser would fill in the clerk's own address.
 */
export const instructorFields = [
  { key: 'number', header: '登録番号', required: true, codec: businessNumber() },
  { key: 'kind', header: '種別', required: true, codec: choice(instructorKinds) },
  { key: 'division', header: '部門', required: false, codec: choice(instructorDivisions) },
  { key: 'name', header: '氏名', required: true, codec: name(), personal: true, hint: hints.name },
  { key: 'nameKana', header: 'フリガナ', required: true, codec: kana(), personal: true, hint: hints.nameKana },
  { key: 'birthYear', header: '生年', required: false, codec: birthYear(), personal: true, hint: hints.birthYear },
  { key: 'trades', header: '職種', required: true, codec: tradeCodes(), hint: hints.trades },
  { key: 'employer', header: '所属', required: false, codec: name() },
  { key: 'postalCode', header: '郵便番号', required: false, codec: postalCode(), hint: hints.postalCode },
  {
    key: 'municipalityCode',
    header: '市区町村コード',
    required: true,
    codec: namedMunicipality(),
    hint: hints.municipality,
  },
  { key: 'address', header: '住所', required: false, codec: text({ limit: 200 }), personal: true },
  { key: 'phone', header: '電話', required: false, codec: phone(), personal: true },
  { key: 'email', header: 'メール', required: false, codec: email(), personal: true },
  { key: 'certifiedOn', header: '認定年月日', required: false, codec: date() },
  { key: 'course', header: '指導技法等講習', required: false, codec: courseStatus(), hint: hints.course },
  { key: 'lastActivityOn', header: '最終活動日', required: false, codec: date(), hint: hints.lastActivity },
  {
    key: 'yearlyCap',
    header: '年間上限回数',
    required: false,
    codec: integer({ max: 999 }),
    unit: '回',
    hint: hints.yearlyCap,
  },
  { key: 'availableWeekdays', header: '活動可能曜日', required: false, codec: weekdays() },
  { key: 'unavailableDates', header: '活動不可日', required: false, codec: dateList(), hint: hints.unavailable },
  { key: 'isPublic', header: '公開', required: false, codec: consent(), hint: hints.consent },
  {
    key: 'monthlyCap',
    header: '月の上限回数',
    required: false,
    codec: integer({ max: 99 }),
    unit: '回',
    hint: hints.monthlyCap,
  },
  {
    key: 'hostKinds',
    header: '受け入れる派遣先',
    required: false,
    codec: choices(organizationKinds),
    hint: hints.hostKinds,
  },
  {
    key: 'hostFounders',
    header: '引き受ける学校',
    required: false,
    codec: choices(schoolFounders),
    hint: hints.hostFounders,
  },
] as const satisfies readonly AnyField[];
