import { tradeCode, recordNumber, recordNumbers } from '#dispatch/domain/reference-codecs.ts';
import { businessNumber } from '#record/domain/code-codecs.ts';
import { date, time } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { text } from '#record/domain/text-codecs.ts';
import { attendees, attendeesOf, noSplit, sumAttendees, type Attendee, type AttendeeSplit } from './attendee.ts';
import { boothLines, instructorsOfBooths, type Booth } from './booth.ts';
import { outreachFields, type OutreachEvent } from './outreach-fields.ts';
import { outreachKindOf, type OutreachKind } from './outreach-kind.ts';

const MOST_INSTRUCTORS = 20;

/** What the forms of an event give, by field; which fields there are depends on the kind. */
export type OutreachForm = Readonly<Record<string, unknown>>;

function told(key: (typeof outreachFields)[number]['key'], changes: Partial<AnyField> = {}): AnyField {
  const field: AnyField | undefined = outreachFields.find((candidate) => candidate.key === key);
  if (!field) throw new Error(`no field ${key}`);
  return { ...field, ...changes };
}

const instructors = recordNumbers({ limit: MOST_INSTRUCTORS });

/** The fields of one line of booths; a line without anything is no booth. */
function boothFields({ keys, headers }: (typeof boothLines)[number]): readonly AnyField[] {
  return [
    { key: keys.name, header: headers.name, required: false, codec: text({ limit: 60 }) },
    { key: keys.trade, header: headers.trade, required: false, codec: tradeCode() },
    { key: keys.instructors, header: headers.instructors, required: false, codec: instructors },
    { key: keys.material, header: headers.material, required: false, codec: text({ limit: 200 }) },
  ];
}

/** What is asked to register an event of a kind. A fair has booths in place of one trade and its instructors. */
export function outreachFormFields(kind: OutreachKind): readonly AnyField[] {
  const isFair = kind === 'fair';
  return [
    { key: 'number', header: '派遣番号', required: true, codec: businessNumber() },
    told('title', { required: isFair }),
    ...(isFair
      ? []
      : [
          {
            key: 'requestNumber',
            header: '要請番号',
            required: false,
            codec: recordNumber(),
            hint: '要請に基づくとき',
          },
        ]),
    {
      key: 'organizationNumber',
      header: '派遣先番号',
      required: !isFair,
      codec: recordNumber(),
      hint: isFair ? '会場を提供する団体。コーナーだけで開くときは空けておきます' : '番号か名称の一部から選べます',
    },
    told('place', { required: isFair }),
    told('municipalityCode', { required: isFair }),
    { key: 'visitOn', header: '実施日', required: true, codec: date() },
    { key: 'startsAt', header: '開始', required: isFair, codec: time(), hint: '例：13:30' },
    { key: 'endsAt', header: '終了', required: isFair, codec: time(), hint: '例：15:30' },
    ...(isFair
      ? boothLines.flatMap(boothFields)
      : [
          {
            key: 'instructorNumbers',
            header: '登録番号',
            required: true,
            codec: instructors,
            hint: 'マイスター等の登録番号。2人以上は「;」で区切ります',
          },
          { key: 'tradeCode', header: '職種', required: true, codec: tradeCode(), hint: '例：機械加工、建築大工' },
        ]),
    ...attendeesOf(kind).map((attendee) => told(attendee)),
    told('note'),
  ];
}

/** The lines that a form shows open: those in use and one more, three at least. */
export function openBoothLines(texts: Readonly<Record<string, string>>): number {
  const used = boothLines.findLast(({ keys }) => Object.values(keys).some((key) => (texts[key] ?? '') !== ''));
  return Math.min(boothLines.length, Math.max(3, (used?.line ?? 0) + 1));
}

/** What comes of a form: a booth keeps its count while its name stays. */
export type FormBase = { readonly kind: OutreachKind; readonly before?: OutreachEvent | undefined };

/** The booths of a form, without lines that were left blank; `visitors` are those of before. */
function readBooths(form: OutreachForm, before: readonly Booth[]): readonly Booth[] {
  return boothLines.flatMap(({ keys }) => {
    const name = form[keys.name];
    if (typeof name !== 'string') return [];
    return [
      {
        name,
        tradeCode: (form[keys.trade] as string | null) ?? '',
        instructorNumbers: (form[keys.instructors] as readonly string[] | null) ?? [],
        material: (form[keys.material] as string | null) ?? null,
        visitors: before.find((booth) => booth.name === name)?.visitors ?? null,
      },
    ];
  });
}

/** The split of a form; a 区分 that the kind does not ask for is nobody's. */
export function readSplit(form: OutreachForm, kind: OutreachKind): AttendeeSplit {
  const asked = attendeesOf(kind);
  const valueOf = (attendee: Attendee) =>
    asked.includes(attendee) ? ((form[attendee] as number | null) ?? null) : null;
  return Object.fromEntries(attendees.map(({ code }) => [code, valueOf(code)])) as AttendeeSplit;
}

/**
 * The event that a form describes: the visit is counted under the 事業区分 of the kind, its people are the sum of the split,
 * and of a fair its instructors are those of the booths and its trade is that of the first. What a form does not ask for
 * stays as it was; without a split the visit keeps the number that stands in it.
 */
export function toOutreachEvent(
  form: OutreachForm,
  { kind, before }: FormBase,
): Omit<OutreachEvent, 'organizationNumber'> & { readonly organizationNumber: string | null } {
  const { programs } = outreachKindOf(kind);
  const values = form as unknown as OutreachEvent;
  const split = readSplit(form, kind);
  const booths = kind === 'fair' ? readBooths(form, before?.booths ?? []) : null;
  return {
    number: values.number,
    requestNumber: (kind === 'fair' ? before?.requestNumber : values.requestNumber) ?? null,
    program: before && programs.includes(before.program) ? before.program : programs[0],
    organizationNumber: values.organizationNumber ?? null,
    instructorNumbers: booths ? instructorsOfBooths(booths) : values.instructorNumbers,
    tradeCode: booths ? (booths[0]?.tradeCode ?? '') : values.tradeCode,
    visitOn: values.visitOn,
    startsAt: values.startsAt,
    endsAt: values.endsAt,
    trainees: sumAttendees(split) ?? before?.trainees ?? 0,
    status: before?.status ?? 'planned',
    cancelReason: before?.cancelReason ?? null,
    kind,
    title: values.title,
    place: values.place,
    municipalityCode: values.municipalityCode,
    ...noSplit,
    ...split,
    note: values.note,
    booths,
  };
}

/** The values of the form of an event as it is stored. */
export function toOutreachForm(event: OutreachEvent): OutreachForm {
  const lines = (event.booths ?? []).flatMap(({ name, tradeCode: trade, instructorNumbers, material }, index) => {
    const keys = boothLines[index]?.keys;
    return keys
      ? [{ [keys.name]: name, [keys.trade]: trade, [keys.instructors]: instructorNumbers, [keys.material]: material }]
      : [];
  });
  return Object.assign({}, event, ...lines) as OutreachForm;
}
