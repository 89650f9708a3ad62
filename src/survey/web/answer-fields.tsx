import { RadioField } from '#ui/radio-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { LONGEST_OWN_ANSWER } from '../domain/answer.ts';
import type { Audience } from '../domain/audience.ts';
import type { OwnQuestion } from '../domain/own-question.ts';
import type { StandardKey } from '../domain/standard-question.ts';
import { LONGEST_FREE_TEXT, yesNo } from '../domain/survey.ts';
import { questionText, ratingWords } from '../text.ts';

type Asked = { readonly error: string | undefined; readonly typed: string | undefined };

type StandardFieldProps = Asked & {
  readonly audience: Audience;
  readonly field: StandardKey;
  readonly required: boolean;
};

/** One of the standard questions, the best answer first as on paper. */
export function StandardField({ audience, field, required, error, typed }: StandardFieldProps) {
  const base = { name: field, label: questionText(audience, field), required, error };
  if (field === 'freeText') return <TextArea {...base} rows={4} limit={LONGEST_FREE_TEXT} defaultValue={typed ?? ''} />;
  if (field === 'prompted') {
    const options = yesNo.map(({ label }, index) => ({ value: String(index + 1), label }));
    return <RadioField {...base} options={options} defaultValue={typed} inline />;
  }
  const options = ratingWords(audience, field).map((word, index) => ({
    value: String(index + 1),
    label: `${index + 1}　${word}`,
  }));
  return <RadioField {...base} options={options.toReversed()} defaultValue={typed} />;
}

type OwnFieldProps = Asked & { readonly question: OwnQuestion; readonly place: number };

/** A question of the corner's own; nobody has to answer it. */
export function OwnQuestionField({ question, place, error, typed }: OwnFieldProps) {
  const base = { name: `own-${place}`, label: question.text, required: false, error };
  if (question.kind === 'text')
    return <TextArea {...base} rows={2} limit={LONGEST_OWN_ANSWER} defaultValue={typed ?? ''} />;
  const options = question.choices.map((choice, index) => ({ value: String(index + 1), label: choice }));
  return <RadioField {...base} options={options} defaultValue={typed} />;
}
