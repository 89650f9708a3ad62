import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import type { Context } from '#platform/context.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { outreachFormFields } from './domain/outreach-form.ts';
import type { OutreachKind } from './domain/outreach-kind.ts';
import { resultFields } from './domain/outreach-result.ts';
import { outreachForms } from './outreach-entry.server.ts';
import { outreachRecords } from './outreach-records.server.ts';
import { recordOutreachResult } from './record-result.server.ts';

/** A lecture at a school, as its form is filled in. */
export const lecture = {
  number: 'V-1',
  title: '',
  organizationNumber: 'O-001',
  visitOn: '2022-11-10',
  startsAt: '10:00',
  endsAt: '12:00',
  instructorNumbers: 'M-001',
  tradeCode: '機械加工',
  pupils: '30',
};

/** A fair with two booths, as its form is filled in. */
export const fair = {
  number: 'V-2',
  title: 'ものづくりフェア',
  place: '市民広場',
  municipalityCode: '352039',
  visitOn: '2022-11-23',
  startsAt: '10:00',
  endsAt: '15:00',
  booth1Name: '銘板づくり',
  booth1Trade: '機械加工',
  booth1Instructors: 'M-001',
  booth1Material: 'アルミ板',
  booth2Name: '木の名札',
  booth2Trade: '建築大工',
  booth2Instructors: 'M-002',
};

type Texts = Readonly<Record<string, string>>;
type Target = { readonly id: string; readonly version: number };

/** What a test does with events, by the forms that people fill in. `officer` registers the people, `clerk` does the rest. */
export function outreachDesk(officer: () => Context, clerk: () => Context) {
  const registerPeople = async () => {
    await registerOrganization(officer(), { number: 'O-001', kind: 'elementary-junior-high', name: '架空小学校' });
    await registerInstructor(officer(), { number: 'M-001' });
    await registerInstructor(officer(), { number: 'M-002', name: '架空 次郎' });
  };
  const save = async (kind: OutreachKind, texts: Texts, target?: Target) => {
    const form = parseFields(outreachFormFields(kind), texts);
    if (!form.ok) throw new Error(JSON.stringify(form.refusal));
    const forms = outreachForms(kind);
    return target
      ? forms.update(clerk(), { ...target, input: form.value, fiscalYear: 2022 })
      : forms.create(clerk(), { input: form.value, fiscalYear: 2022 });
  };
  const register = async (kind: OutreachKind, texts: Texts): Promise<string> => {
    const saved = await save(kind, texts);
    if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
    return saved.value.id;
  };
  const hold = async (id: string, texts: Texts, version?: number) => {
    const { input, version: stored } = await outreachRecords.get(clerk(), id);
    const kind = input.kind ?? 'school-lecture';
    const form = parseFields(resultFields(kind, input.booths ?? []), texts);
    if (!form.ok) throw new Error(JSON.stringify(form.refusal));
    return recordOutreachResult(clerk(), { id, version: version ?? stored, kind, form: form.value });
  };
  return { registerPeople, save, register, hold };
}
