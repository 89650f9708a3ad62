import { choice } from '#record/domain/choice-codecs.ts';
import { namedMunicipality } from '#record/domain/code-codecs.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { multiline, text } from '#record/domain/text-codecs.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { attendees } from './attendee.ts';
import { boothList } from './booth.ts';
import { outreachKinds } from './outreach-kind.ts';

const people = { required: false, codec: integer({ min: 0, max: 99_999 }), unit: '人' } as const;
const [pupils, teachers, parents, youths, others] = attendees;

/** What is kept of an event beside its visit. */
export const outreachFields = [
  { key: 'kind', header: '魅力発信の種類', required: false, codec: choice(outreachKinds) },
  { key: 'title', header: '催しの名称', required: false, codec: text({ limit: 100 }) },
  { key: 'place', header: '会場', required: false, codec: text({ limit: 100 }) },
  {
    key: 'municipalityCode',
    header: '会場の市区町村コード',
    required: false,
    codec: namedMunicipality(),
    hint: '6桁。名称の一部からも選べます。例：352039（山口市）',
  },
  { key: 'pupils', header: pupils.label, ...people },
  { key: 'teachers', header: teachers.label, ...people },
  { key: 'parents', header: parents.label, ...people },
  { key: 'youths', header: youths.label, ...people },
  { key: 'others', header: others.label, ...people },
  { key: 'note', header: '備考', required: false, codec: multiline({ limit: 1000 }) },
  { key: 'booths', header: 'ブース', required: false, codec: boothList() },
] as const satisfies readonly AnyField[];

/** 魅力発信の記録. What a visit of 魅力発信 tells beyond its own columns; all blank where nobody told anything. */
export type OutreachTold = InputOf<typeof outreachFields>;

/** 魅力発信の催し. A visit with what is told of it: one record at the desk, one version, one history. */
export type OutreachEvent = VisitInput & OutreachTold;

/** Of a visit that came by another way nothing is told. */
export const nothingTold: OutreachTold = {
  kind: null,
  title: null,
  place: null,
  municipalityCode: null,
  pupils: null,
  teachers: null,
  parents: null,
  youths: null,
  others: null,
  note: null,
  booths: null,
};
