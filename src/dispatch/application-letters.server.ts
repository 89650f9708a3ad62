import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { formatYen } from '#kernel/money.ts';
import { accept } from '#kernel/result.ts';
import { mailingAddress } from '#letter/mailing-address.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import type { LetterValues } from '#letter/domain/letter-outline.ts';
import type { RecordLetter } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { organizationFields } from '#organization/domain/organization-fields.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { AnyField } from '#record/domain/field.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { isRecordId } from '#record/record-id.ts';
import { applicationPaper, planLoop, toldByHost, trainingPlanPaper } from './documents/application-papers.ts';
import { applicationFields } from './domain/request-application.ts';
import { requestFields } from './domain/request-fields.ts';
import { windowsText } from './text.ts';
import { requestEntryStore } from './request-entries.server.ts';

type Days = readonly { readonly on: PlainDate; readonly startsAt: string | null; readonly endsAt: string | null }[];

/** What a host told, by the keys of its form; what it left out is blank. */
type Paper = {
  readonly number: string;
  readonly receivedOn: PlainDate | undefined;
  readonly texts: Readonly<Record<string, string>>;
  readonly days: Days;
  /** Lines for days that nobody has fixed. */
  readonly openDays: number;
};

/** 派遣依頼書 and 実技指導計画書 of a request. */
export const requestPapers = papersOf(async (ctx, id) => {
  requirePermission(ctx, 'request.read');
  const stored = isRecordId(id) ? await requestEntryStore.findById(ctx.db, id) : undefined;
  if (!stored) throw new NotFound('request', id);
  const { input } = stored;
  const host = await ctx.db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select(['organization.name', 'organization.kind', 'corporate_number as corporateNumber'])
    .select(['industry_code as industryCode', 'capital_yen as capitalYen', 'employees', 'postal_code as postalCode'])
    .select(['municipality_code as municipalityCode', 'address'])
    .where('request_id', '=', id)
    .executeTakeFirstOrThrow();
  const rows = await ctx.db
    .selectFrom('visit')
    .select(['visit_on as on', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('request_id', '=', id)
    .where('deleted_at', 'is', null)
    .where('status', '<>', 'cancelled')
    .orderBy('visit_on')
    .orderBy('starts_at')
    .orderBy('visit_id')
    .execute();
  const days = rows.map((row) => ({ ...row, on: row.on as PlainDate }));
  const fields: readonly AnyField[] = [...organizationFields, ...requestFields, ...applicationFields];
  return {
    number: input.number,
    receivedOn: input.receivedOn,
    texts: {
      ...tell(fields, { ...input, ...host }),
      candidateDates: windowsText(input.candidateDates),
      address: mailingAddress(host),
    },
    days,
    openDays: Math.max(0, input.wishedSessions - days.length),
  };
}, 'request');

/** The texts of what was told, each with its unit. */
export function tell(fields: readonly AnyField[], told: object): Readonly<Record<string, string>> {
  const wanted = new Set(toldByHost.map(({ key }) => key));
  const known = fields.filter(({ key }) => wanted.has(key) && key in told);
  const texts: Readonly<Record<string, string>> = formatFields(known, told as never);
  return Object.fromEntries(known.map(({ key, unit }) => [key, withUnit(texts[key] ?? '', unit)]));
}

/** Yen with commas (DOC-04); a number with its unit; nothing where nothing was told. */
function withUnit(text: string, unit: string | undefined): string {
  if (text === '') return '';
  return unit === '円' ? formatYen(Number(text)) : `${text}${unit ?? ''}`;
}

const BLANK_DAYS = 10;

/** The same papers to be filled in by any host. */
export const blankPapers = papersOf(
  async () => ({ number: '', receivedOn: undefined, texts: {}, days: [], openDays: BLANK_DAYS }),
  'letter-template',
);

type Papers = { readonly 'dispatch-application': RecordLetter; readonly 'training-plan': RecordLetter };

/** Both papers from one way of finding out what they say. */
export function papersOf(
  find: (ctx: Context, id: string) => Promise<Paper>,
  entityKind: 'request' | 'public-request' | 'letter-template',
): Papers {
  const letterOf = (form: LetterForm): RecordLetter => ({
    form,
    ...(entityKind === 'letter-template' && { isKept: false }),
    load: async (ctx, { id }) => {
      const paper = await find(ctx, id);
      const host = paper.texts['name'] ?? '';
      const values = { ...(await loadSenderValues(ctx.db, ctx.corner)), ...describe(form, paper) };
      return accept({
        label: paper.number,
        number: paper.number,
        subject: `${form.title}　${paper.number}`,
        entity: { kind: entityKind, id: entityKind === 'letter-template' ? form.kind : id },
        letters: [{ addressee: host, values }],
      });
    },
  });
  return { 'dispatch-application': letterOf(applicationPaper), 'training-plan': letterOf(trainingPlanPaper) };
}

function describe(form: LetterForm, { number, receivedOn, texts, days, openDays }: Paper): LetterValues {
  const told = Object.fromEntries(toldByHost.map(({ key, name }) => [name, texts[key] ?? '']));
  const blank = { 日付: '', 時間: '', 内容: '', 課題: '', 材料: '' };
  const rows = [
    ...days.map(({ on, startsAt, endsAt }) => ({
      ...blank,
      日付: formatEraDate(on, 'weekday'),
      時間: startsAt && endsAt ? `${startsAt}〜${endsAt}` : '',
    })),
    ...Array.from({ length: openDays }, () => blank),
  ];
  return {
    受付番号: number,
    受付日: receivedOn === undefined ? '' : formatEraDate(receivedOn),
    ...told,
    ...(form.loops.length > 0 && { [planLoop.name]: rows.map((row, at) => ({ 回: String(at + 1), ...row })) }),
  };
}
