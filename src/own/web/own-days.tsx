import { data, Form, redirect } from 'react-router';
import { ownFields } from '#instructor/domain/own-fields.ts';
import { changeOwnRecord, getOwnRecord } from '#instructor/own-record.server.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { addDays } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { date } from '#record/domain/date-codecs.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { showProblems } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { changeDaysOff, type DaysOffRefusal } from '../domain/days-off.ts';
import { daysOffRefusalText, ownText as words } from '../text.ts';
import type { Route } from './+types/own-days.ts';
import { ownPage } from '#server/own-page.server.ts';
import { dayText } from './show-visit.ts';

const conditionKeys: readonly string[] = ['availableWeekdays', 'yearlyCap', 'monthlyCap'];
const conditionFields = ownFields.filter(({ key }) => conditionKeys.includes(key));

const periodFields = [
  { key: 'from', header: words.from, required: false, codec: date() },
  { key: 'until', header: words.until, required: false, codec: date() },
] as const;

export const loader = ownPage(async ({ ctx, instructorId, url }) => {
  const { version, input } = await getOwnRecord(ctx, instructorId);
  const today = ctx.today();
  const texts = formatFields(ownFields, input);
  return {
    version,
    weekdays: conditionFields.flatMap(({ codec }) => codec.choices?.map(({ label }) => label) ?? []),
    texts: {
      availableWeekdays: texts['availableWeekdays'] ?? '',
      yearlyCap: texts['yearlyCap'] ?? '',
      monthlyCap: texts['monthlyCap'] ?? '',
      from: '',
      until: '',
    },
    off: (input.unavailableDates ?? []).filter((day) => day >= today).map((day) => ({ day, label: dayText(day) })),
    example: formatEraDate(addDays(today, 7), 'short'),
    saved: url.searchParams.has('saved'),
  };
});

type Texts = Readonly<Record<'availableWeekdays' | 'yearlyCap' | 'monthlyCap' | 'from' | 'until', string>>;
type Answer = { readonly errors: readonly FormError[]; readonly texts?: Texts; readonly kept?: readonly string[] };

export const action = ownPage(async ({ ctx, instructorId, request }) => {
  requirePermission(ctx, 'own.write', { instructorId });
  const form = await readForm(request);
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const textOf = (name: string) => all(name).join(';');
  const texts: Texts = {
    availableWeekdays: textOf('availableWeekdays'),
    yearlyCap: textOf('yearlyCap'),
    monthlyCap: textOf('monthlyCap'),
    from: textOf('from'),
    until: textOf('until'),
  };
  const kept = all('kept');
  const again = (errors: readonly FormError[]) => data<Answer>({ errors, texts, kept }, { status: 422 });
  const conditions = parseFields(conditionFields, texts);
  const period = parseFields(periodFields, texts);
  if (!conditions.ok || !period.ok) {
    return again([
      ...(conditions.ok ? [] : showProblems(conditions.refusal)),
      ...(period.ok ? [] : showProblems(period.refusal)),
    ]);
  }
  const { input } = await getOwnRecord(ctx, instructorId);
  const off = changeDaysOff(input.unavailableDates ?? [], { kept, ...period.value }, ctx.today());
  if (!off.ok) return again([{ name: fieldOf(off.refusal), message: daysOffRefusalText(off.refusal) }]);
  const unavailableDates = off.value.length > 0 ? off.value : null;
  const changes = { ...conditions.value, unavailableDates };
  try {
    const saved = await changeOwnRecord(ctx, { instructorId, version: Number(textOf('version')), changes });
    if (!saved.ok) return again(showProblems(saved.refusal));
  } catch (error) {
    if (error instanceof Conflict) return data<Answer>({ errors: [{ message: words.conflict }] }, { status: 409 });
    throw error;
  }
  throw redirect('/my/days?saved');
});

function fieldOf({ kind }: DaysOffRefusal): string {
  return kind === 'reversed' ? 'until' : 'from';
}

export default function OwnDaysPage({ loaderData, actionData }: Route.ComponentProps) {
  const { version, weekdays, off, example, saved } = loaderData;
  const errors = actionData?.errors ?? [];
  const texts = actionData?.texts ?? loaderData.texts;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <>
      <PageHeader title={words.daysTitle} lead={words.daysLead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {saved && !actionData ? (
        <div className="mb-6">
          <Notification kind="success" title={words.done.saved} announce />
        </div>
      ) : null}
      <Form method="post" action="/my/days" noValidate data-once className="flex flex-col gap-6">
        <input type="hidden" name="version" value={version} />
        <CheckboxGroup
          name="availableWeekdays"
          label={words.weekdays}
          required={false}
          hint={words.weekdaysHint}
          options={weekdays.map((label) => ({ value: label, label: `${label}曜日` }))}
          defaultValues={texts.availableWeekdays.split(';')}
          error={errorOf('availableWeekdays')}
          inline
        />
        {off.length === 0 ? (
          <p>{words.noOff}</p>
        ) : (
          <CheckboxGroup
            name="kept"
            label={words.off}
            required={false}
            hint={words.offHint}
            options={off.map(({ day, label }) => ({ value: day, label }))}
            defaultValues={actionData?.kept ?? off.map(({ day }) => day)}
          />
        )}
        <fieldset className="flex flex-col gap-4 border-t border-solid-gray-420 pt-4">
          <legend className="pr-3 text-std-18B-160">{words.addOff}</legend>
          <DateField
            name="from"
            label={words.from}
            required={false}
            hint={words.fromHint(example)}
            defaultValue={texts.from}
            error={errorOf('from')}
          />
          <DateField
            name="until"
            label={words.until}
            required={false}
            hint={words.untilHint}
            defaultValue={texts.until}
            error={errorOf('until')}
          />
        </fieldset>
        <CapFields texts={texts} errorOf={errorOf} />
        <Button variant="solid" size="lg" wide>
          {words.save}
        </Button>
      </Form>
    </>
  );
}

type CapFieldsProps = { readonly texts: Texts; readonly errorOf: (name: string) => string | undefined };

/** How often somebody goes at most, in a 年度 and in a month. */
function CapFields({ texts, errorOf }: CapFieldsProps) {
  const caps = [
    { name: 'yearlyCap', label: words.cap, hint: words.capHint },
    { name: 'monthlyCap', label: words.monthlyCap, hint: words.monthlyCapHint },
  ] as const;
  return caps.map(({ name, label, hint }) => (
    <TextField
      key={name}
      name={name}
      label={label}
      required={false}
      hint={hint}
      unit="回"
      width="short"
      inputMode="numeric"
      autoComplete="off"
      defaultValue={texts[name]}
      error={errorOf(name)}
    />
  ));
}
