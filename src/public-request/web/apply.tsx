import { data, Form, redirect } from 'react-router';
import { isUnstorable } from '#platform/errors.server.ts';
import type { AnyField } from '#record/domain/field.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { RecordField } from '#record/web/record-field.tsx';
import { readTexts } from '#record/web/record-pages.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { addressContext, deskContext } from '#server/desk.server.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { publicRequestFields, publicRequestGroups, type PublicRequestContent } from '../domain/public-request.ts';
import { stampForm } from '../form-stamp.server.ts';
import { findOffice, submitApplication, type PublicDesk } from '../submit-application.server.ts';
import { publicRequestText as words, submitRefusalText } from '../text.ts';
import type { Route } from './+types/apply.ts';
import { ApplicationStages } from './application-stages.tsx';

type Errors = readonly { readonly name?: string; readonly message: string }[];

type Entry = {
  readonly stage: 'input' | 'confirm';
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: Errors;
  readonly stamp: string;
};

function openDesk(call: Pick<Route.LoaderArgs, 'context' | 'request'>): PublicDesk {
  const { database, clock, log } = call.context.get(deskContext);
  const { key } = letterDeskOf(call as Parameters<typeof letterDeskOf>[0]);
  return { database, clock, log, key };
}

const newStamp = (desk: PublicDesk, corner: string) =>
  stampForm({ key: desk.key, corner, nowMs: Date.parse(desk.clock.now()) });

export async function loader(call: Route.LoaderArgs) {
  const desk = openDesk(call);
  const office = await findOffice(desk, call.params.corner);
  if (!office) throw data(null, { status: 404 });
  return { office, today: desk.clock.today(), stamp: newStamp(desk, office.corner) };
}

export async function action(call: Route.ActionArgs) {
  const desk = openDesk(call);
  const office = await findOffice(desk, call.params.corner);
  if (!office) throw data(null, { status: 404 });
  const fields = publicRequestFields(office.corner, desk.clock.today());
  const form = await readForm(call.request);
  const texts = readTexts(fields, form);
  const stamp = textIn(form, 'stamp');
  const answer = (entry: Partial<Entry> & Pick<Entry, 'stage'>, status = 200) =>
    data<Entry>({ texts, errors: [], stamp, ...entry }, { status });
  const parsed = parseFields(fields, texts);
  if (!parsed.ok) {
    const errors = parsed.refusal.map(({ key, header, problem }) => ({
      name: key,
      message: problemText(header, problem),
    }));
    return answer({ stage: 'input', errors }, 422);
  }
  if (textIn(form, 'step') === 'edit') return answer({ stage: 'input' });
  const tidy = formatFields(fields, parsed.value as never);
  if (textIn(form, 'step') !== 'send') return answer({ stage: 'confirm', texts: tidy });
  try {
    const sent = await submitApplication(desk, {
      office,
      address: call.context.get(addressContext),
      stamp,
      trap: textIn(form, 'website'),
      // The fields are those of the content, one by one.
      content: parsed.value as unknown as PublicRequestContent,
    });
    if (sent.ok) throw redirect(`/applications/${sent.value.token}?done`);
    const { kind } = sent.refusal;
    const isStale = kind === 'forged' || kind === 'too-old';
    const errors = [{ message: submitRefusalText(sent.refusal, office.phone) }];
    const next = isStale ? newStamp(desk, office.corner) : stamp;
    return answer({ stage: 'confirm', texts: tidy, errors, stamp: next }, kind === 'too-many' ? 429 : 409);
  } catch (error) {
    if (isUnstorable(error)) throw data(null, { status: 400 });
    throw error;
  }
}

export default function Apply({ loaderData, actionData }: Route.ComponentProps) {
  const { office, today } = loaderData;
  const entry: Entry = actionData ?? { stage: 'input', texts: {}, errors: [], stamp: loaderData.stamp };
  const fields = publicRequestFields(office.corner, plainDate(today));
  return (
    <PublicFrame homeHref={`/apply/${office.corner}`} corner={office.name}>
      {entry.stage === 'confirm' ? (
        <Confirm entry={entry} fields={fields} />
      ) : (
        <Input entry={entry} fields={fields} office={office.name} />
      )}
      <p className="mt-8">{words.contact(office.name, office.phone)}</p>
    </PublicFrame>
  );
}

type Part = { readonly entry: Entry; readonly fields: readonly AnyField[] };

function Input({ entry, fields, office }: Part & { readonly office: string }) {
  return (
    <>
      <PageHeader title={words.title} hasErrors={entry.errors.length > 0} />
      <ApplicationStages current="input" />
      <ErrorSummary errors={entry.errors} />
      <p>{words.lead(office)}</p>
      <p className="mb-6">{words.noFee}</p>
      <Form method="post" action="?" noValidate className="flex flex-col gap-8">
        <input type="hidden" name="stamp" value={entry.stamp} />
        <Trap />
        {publicRequestGroups.map(({ heading, keys }) => (
          <fieldset key={heading} className="min-w-0 border-t border-solid-gray-420 pt-4">
            <legend className="pr-3 text-std-20B-150">{heading}</legend>
            <div className="mt-2 grid gap-6">
              {keys.map((key) => {
                const field = fields.find((each) => each.key === key);
                return field ? (
                  <RecordField
                    key={key}
                    field={field}
                    value={entry.texts[key] ?? ''}
                    error={entry.errors.find(({ name }) => name === key)?.message}
                  />
                ) : null;
              })}
            </div>
          </fieldset>
        ))}
        <p>{words.privacy(office)}</p>
        <div>
          <Button variant="solid" size="lg" name="step" value="check">
            {words.toConfirm}
          </Button>
        </div>
      </Form>
    </>
  );
}

/** A field that no person sees or reaches; programs that fill in everything fill it in too. */
function Trap({ value = '' }: { readonly value?: string }) {
  return (
    <div hidden>
      <label>
        {words.trap}
        <input type="text" name="website" defaultValue={value} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}

function Confirm({ entry, fields }: Part) {
  return (
    <>
      <PageHeader title={words.confirmTitle} hasErrors={entry.errors.length > 0} />
      <ApplicationStages current="confirm" />
      <ErrorSummary errors={entry.errors} />
      <p className="mb-6">{words.confirmLead}</p>
      <Form method="post" action="?" data-once className="flex flex-col gap-8">
        <input type="hidden" name="stamp" value={entry.stamp} />
        <Trap />
        {fields.map(({ key }) => (
          <input key={key} type="hidden" name={key} value={entry.texts[key] ?? ''} />
        ))}
        {publicRequestGroups.map(({ heading, keys }) => (
          <section key={heading}>
            <h2 className="mb-2 text-std-20B-150">{heading}</h2>
            <DescriptionList
              items={keys.map((key) => {
                const field = fields.find((each) => each.key === key);
                const text = entry.texts[key] ?? '';
                const term = field?.header.replace(`(${field.unit})`, '') ?? key;
                return {
                  term,
                  action: (
                    <Button
                      variant="text"
                      size="sm"
                      name="step"
                      value="edit"
                      formAction={`?#field-${key}`}
                      aria-label={words.correctOf(term)}
                    >
                      {words.correct}
                    </Button>
                  ),
                  detail: text ? (
                    <span className="break-words whitespace-pre-wrap">{`${text}${field?.unit ?? ''}`}</span>
                  ) : (
                    words.noEntry
                  ),
                };
              })}
            />
          </section>
        ))}
        <div className="flex flex-wrap gap-3">
          <Button variant="solid" size="lg" name="step" value="send">
            {words.send}
          </Button>
          <Button size="lg" name="step" value="edit">
            {words.back}
          </Button>
        </div>
      </Form>
    </>
  );
}
