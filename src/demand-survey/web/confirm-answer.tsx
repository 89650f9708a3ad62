import { Form } from 'react-router';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AnyField } from '#record/domain/field.ts';
import { Button } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { answerFields, wishFields } from '../domain/demand-answer.ts';
import { entryText, publicDemandText as words } from '../answer-text.ts';

type ConfirmAnswerProps = {
  readonly today: PlainDate;
  readonly texts: Readonly<Record<string, string>>;
  readonly lines: number;
  readonly formKey: string;
};

/** Every value as it will be kept, each with a way back to it; nothing is sent before the last button (FRM-30). */
export function ConfirmAnswer({ today, texts, lines, formKey }: ConfirmAnswerProps) {
  const [wants, ...contact] = answerFields(false);
  const wishes = Array.from({ length: lines }, (_, place) => ({
    place,
    fields: wishFields(place, today) as readonly AnyField[],
  })).filter(({ fields }) => fields.some(({ key }) => texts[key]));
  return (
    <Form method="post" action="?" data-once className="flex flex-col gap-8">
      <p>{words.confirmLead}</p>
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="lines" value={lines} />
      {Object.entries(texts).map(([key, text]) => (
        <input key={key} type="hidden" name={key} value={text} />
      ))}
      {wants ? <Values fields={[wants]} texts={texts} /> : null}
      {wishes.map(({ place, fields }) => (
        <section key={place}>
          <h2 className="mb-2 text-std-20B-150">{entryText.line(place)}</h2>
          <Values fields={fields} texts={texts} line={entryText.line(place)} />
        </section>
      ))}
      <section>
        <h2 className="mb-2 text-std-20B-150">{entryText.contact}</h2>
        <Values fields={contact} texts={texts} />
      </section>
      <div className="flex flex-wrap gap-3">
        <Button variant="solid" size="lg" name="step" value="send">
          {words.send}
        </Button>
        <Button size="lg" name="step" value="edit">
          {words.back}
        </Button>
      </div>
    </Form>
  );
}

type ValuesProps = {
  readonly fields: readonly AnyField[];
  readonly texts: Readonly<Record<string, string>>;
  readonly line?: string;
};

function Values({ fields, texts, line = '' }: ValuesProps) {
  return (
    <DescriptionList
      items={fields.map(({ key, header, unit, codec }) => ({
        term: header,
        action: (
          <Button
            variant="text"
            size="sm"
            name="step"
            value="edit"
            formAction={`?#field-${key}`}
            aria-label={words.correctOf(`${line}${header}`)}
          >
            {words.correct}
          </Button>
        ),
        detail: texts[key] ? (
          <span className="break-words whitespace-pre-wrap">{`${codec.control === 'choices' ? texts[key].replaceAll(';', '、') : texts[key]}${unit ?? ''}`}</span>
        ) : (
          words.noEntry
        ),
      }))}
    />
  );
}
