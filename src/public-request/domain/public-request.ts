import { applicationFields, type RequestApplication } from '#dispatch/domain/request-application.ts';
import { requestFields } from '#dispatch/domain/request-fields.ts';
import { organizationFields } from '#organization/domain/organization-fields.ts';
import type { OrganizationInput } from '#organization/domain/organization.ts';
import type { RequestInput } from '#dispatch/domain/request.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { choice, choices } from '#record/domain/choice-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** 派遣の申込み as a host fills it in: of the host, of the training, and the declaration. */
export type PublicRequestContent = Pick<
  OrganizationInput,
  | 'kind'
  | 'name'
  | 'founder'
  | 'corporateNumber'
  | 'industryCode'
  | 'capitalYen'
  | 'employees'
  | 'postalCode'
  | 'address'
> & { readonly municipalityCode: string } & Pick<
    RequestInput,
    'program' | 'tradeCode' | 'content' | 'wishedSessions' | 'sessionMinutes' | 'expectedTrainees' | 'candidateDates'
  > &
  Omit<RequestApplication, 'channel' | 'planReceivedOn' | 'rosterReceivedOn'> & {
    readonly declaration: readonly string[];
  };

const ofHost = [
  'kind',
  'name',
  'founder',
  'corporateNumber',
  'industryCode',
  'capitalYen',
  'employees',
  'postalCode',
] as const;
const ofContact = ['contactName', 'contactPhone', 'contactEmail'] as const;
const ofTraining = [
  'program',
  'content',
  'wishedSessions',
  'sessionMinutes',
  'expectedTrainees',
  'candidateDates',
] as const;
const ofPapers = [
  'purpose',
  'level',
  'place',
  'equipment',
  'equipmentNote',
  'youngestAge',
  'oldestAge',
  'ageReason',
  'wishedWeekdays',
  'wishedStart',
  'teamSize',
] as const;
const ofMoney = ['materialsYen', 'otherSubsidy', 'otherSubsidyName', 'pastUse'] as const;

/** The form in its parts, in the order of 派遣依頼書. */
export const publicRequestGroups = [
  {
    heading: '申込みをする団体',
    keys: ['kind', 'name', 'founder', 'corporateNumber', 'postalCode', 'municipalityCode', 'address'],
  },
  { heading: '中小企業かどうかの確認（企業のときだけ）', keys: ['industryCode', 'capitalYen', 'employees'] },
  { heading: '担当者', keys: [...ofContact] },
  { heading: '希望する指導', keys: ['program', 'tradeCode', 'content', 'purpose', 'level'] },
  {
    heading: '回数と日程',
    keys: ['wishedSessions', 'sessionMinutes', 'candidateDates', 'wishedWeekdays', 'wishedStart', 'teamSize', 'place'],
  },
  { heading: '受講者', keys: ['expectedTrainees', 'youngestAge', 'oldestAge', 'ageReason'] },
  { heading: '設備と費用', keys: ['equipment', 'equipmentNote', ...ofMoney] },
  { heading: '確認', keys: ['declaration'] },
] as const;

const words: Readonly<Record<string, Partial<AnyField>>> = {
  kind: { header: '団体の区分' },
  name: { header: '団体の名称' },
  founder: { header: '学校の設置者', hint: '学校のときだけ選びます' },
  contactName: { required: true, autocomplete: 'name' },
  contactPhone: { required: true, autocomplete: 'tel' },
  contactEmail: { required: true, autocomplete: 'email' },
  otherSubsidy: { required: true },
  program: { hint: '技能の指導は「実技指導」、学校などで魅力を伝える講座は「魅力講座」です' },
  wishedSessions: { header: '希望する回数' },
};

/** The fields of the form of a corner on a day: the codecs are those of the desk, so nothing is typed twice. */
export function publicRequestFields(corner: string, today: PlainDate): readonly AnyField[] {
  const desk: readonly AnyField[] = [...organizationFields, ...requestFields, ...applicationFields];
  const pick = (key: string): AnyField => {
    const field = desk.find((each) => each.key === key);
    if (!field) throw new Error(`no field ${key}`);
    return { ...field, ...words[key] };
  };
  const places = listMunicipalities(corner);
  const placeChoices = places.map(({ code, name }) => ({
    code,
    label: places.filter((each) => each.name === name).length > 1 ? `${name}（${code}）` : name,
  }));
  const trades = listTrades(today).map(({ code, name }) => ({ code, label: name }));
  return [
    ...[...ofHost, 'address', ...ofContact, ...ofTraining, ...ofPapers, ...ofMoney].map(pick),
    { key: 'municipalityCode', header: '所在地の市区町村', required: true, codec: choice(placeChoices) },
    { key: 'tradeCode', header: '職種', required: true, codec: choice(trades) },
    {
      key: 'declaration',
      header: '申込みの確認',
      required: true,
      codec: choices([{ code: 'true', label: '内容に誤りはなく、コーナーが派遣の手続きに使うことに同意します' }]),
    },
  ];
}

/** 申込みの状態. */
export const applicationStates = [
  { code: 'new', label: '未処理' },
  { code: 'taken', label: '要請にした' },
  { code: 'refused', label: '受けない' },
  { code: 'spam', label: '迷惑な申込み' },
] as const;

export type ApplicationState = (typeof applicationStates)[number]['code'];

export const applicationCommands = ['take', 'refuse', 'mark-spam', 'restore'] as const;
export type ApplicationCommand = (typeof applicationCommands)[number];

const moves: Readonly<Record<ApplicationState, Readonly<Partial<Record<ApplicationCommand, ApplicationState>>>>> = {
  new: { take: 'taken', refuse: 'refused', 'mark-spam': 'spam' },
  taken: {},
  refused: {},
  spam: { restore: 'new' },
};

/** Where an application stands, and who brought it there. */
type Standing = {
  readonly state: ApplicationState;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
};

export type ApplicationRefusal = ({ readonly kind: 'not-now' } & Standing) | { readonly kind: 'reason-missing' };

/** Where an act leads: a new application is taken, refused with a reason or put aside; what was put aside comes back. */
export function moveApplication(
  { state, settledBy, settledAt }: Standing,
  { command, reason }: { readonly command: ApplicationCommand; readonly reason: string },
): Result<ApplicationState, ApplicationRefusal> {
  const next = moves[state][command];
  if (next === undefined) return refuse({ kind: 'not-now', state, settledBy, settledAt });
  return command === 'refuse' && reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : accept(next);
}

/** Why the mark of a form is not taken. */
export type StampRefusal = { readonly kind: 'forged' } | { readonly kind: 'too-quick' } | { readonly kind: 'too-old' };

/** Why an application is not kept. */
export type SubmitRefusal =
  | StampRefusal
  | { readonly kind: 'robot' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'queue-full' }
  | { readonly kind: 'sent-before' };
