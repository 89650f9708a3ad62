import { choice } from '#record/domain/choice-codecs.ts';
import { businessNumber, corporateNumber, namedMunicipality, schoolCode } from '#record/domain/code-codecs.ts';
import { email, phone, postalCode } from '#record/domain/contact-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { kana, name, text } from '#record/domain/text-codecs.ts';
import { listIndustries } from '#reference/domain/industry.ts';
import { organizationKinds } from './organization-kind.ts';
import { schoolFounders } from './school-founder.ts';

const industries = listIndustries().map(({ code, name }) => ({ code, label: `${code} ${name}` }));

/** The columns of a 派遣先 in files, forms and API (contract.md §3), the desk's own last. */
export const organizationFields = [
  { key: 'number', header: '派遣先番号', required: true, codec: businessNumber() },
  { key: 'kind', header: '区分', required: true, codec: choice(organizationKinds) },
  { key: 'name', header: '名称', required: true, codec: name(), autocomplete: 'organization' },
  { key: 'nameKana', header: 'フリガナ', required: false, codec: kana(), hint: '五十音順の並びと検索に使います' },
  { key: 'corporateNumber', header: '法人番号', required: false, codec: corporateNumber(), hint: '13桁の数字' },
  {
    key: 'schoolCode',
    header: '学校コード',
    required: false,
    codec: schoolCode(),
    hint: '文部科学省の13桁（例：D135…）',
  },
  { key: 'industryCode', header: '業種', required: false, codec: choice(industries) },
  {
    key: 'capitalYen',
    header: '資本金(円)',
    required: false,
    codec: integer({ min: 0, max: 9_999_999_999_999 }),
    unit: '円',
  },
  { key: 'employees', header: '従業員数', required: false, codec: integer({ min: 0, max: 9_999_999 }), unit: '人' },
  {
    key: 'postalCode',
    header: '郵便番号',
    required: false,
    codec: postalCode(),
    hint: '例：753-0000',
    autocomplete: 'postal-code',
  },
  {
    key: 'municipalityCode',
    header: '市区町村コード',
    required: true,
    codec: namedMunicipality(),
    hint: '6桁。名称の一部からも選べます。例：352039（山口市）',
  },
  { key: 'address', header: '住所', required: false, codec: text({ limit: 200 }), autocomplete: 'street-address' },
  { key: 'contactName', header: '担当者', required: false, codec: name(), personal: true },
  { key: 'phone', header: '電話', required: false, codec: phone(), autocomplete: 'tel' },
  { key: 'fax', header: 'FAX', required: false, codec: phone() },
  { key: 'email', header: 'メール', required: false, codec: email(), personal: true, autocomplete: 'email' },
  {
    key: 'founder',
    header: '設置者',
    required: false,
    codec: choice(schoolFounders),
    hint: '学校のときに選びます。学校コードがあれば、選ばなくても分かります',
  },
] as const satisfies readonly AnyField[];
