import { data, Form, redirect } from 'react-router';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { isUnstorable } from '#platform/errors.server.ts';
import { problemText } from '#record/text.ts';
import { addressContext, deskContext } from '#server/desk.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { answerSurvey, openSurvey, wordsOf, type AnswerRefusal, type AskedSurvey } from '../answer-ticket.server.ts';
import { FEWEST_SHOWN } from '../domain/disclosure.ts';
import { standardQuestions } from '../domain/standard-question.ts';
import { answerRefusalText } from '../refusal-text.ts';
import { answerField, answerText as words, sheetText } from '../text.ts';
import type { Route } from './+types/answer-survey.ts';
import { OwnQuestionField, StandardField } from './answer-fields.tsx';

type Shown =
  | { readonly survey: AskedSurvey & { readonly asked: string }; readonly refused?: never }
  | { readonly refused: string; readonly survey?: never };

type Answered = {
  readonly errors: readonly FormError[];
  readonly texts: Readonly<Record<string, string>>;
  readonly refused?: string;
};

/** Neither kept by a proxy nor told to where a link leads: the address is the ticket. */
export const headers = () => ({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });

export async function loader({ params, context }: Route.LoaderArgs) {
  const opening = { token: params.token, address: context.get(addressContext) };
  const opened = await openSurvey(context.get(deskContext), opening);
  if (opened.ok) return data<Shown>({ survey: { ...opened.value, asked: wordsOf(opened.value.questions) } });
  return data<Shown>({ refused: answerRefusalText(opened.refusal) }, { status: statusOf(opened.refusal) });
}

function statusOf({ kind }: AnswerRefusal): number {
  if (kind === 'locked') return 429;
  if (kind === 'fields') return 422;
  return kind === 'questions-changed' ? 409 : kind === 'gone' ? 404 : 410;
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const form = await readForm(request);
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value.replaceAll('\0', '');
  const desk = context.get(deskContext);
  // A browser sends the line ends of a form as CR LF.
  const asked = (texts['asked'] ?? '').replaceAll('\r\n', '\n');
  const opening = { token: params.token, address: context.get(addressContext) };
  try {
    const answered = await answerSurvey(desk, { ...opening, texts, asked });
    if (answered.ok) throw redirect('/surveys/thanks');
    const { refusal } = answered;
    const status = statusOf(refusal);
    if (refusal.kind !== 'fields')
      return data<Answered>({ errors: [], texts, refused: answerRefusalText(refusal) }, { status });
    const opened = await openSurvey(desk, opening);
    const { audience = 'trainee', questions = [] } = opened.ok ? opened.value : {};
    const errors = refusal.problems.map(({ field, problem }) => ({
      name: field,
      message: problemText(`「${answerField(audience, questions, field)}」`, problem),
    }));
    return data<Answered>({ errors, texts }, { status });
  } catch (error) {
    if (isUnstorable(error)) throw data(null, { status: 400 });
    throw error;
  }
}

export default function AnswerSurvey({ loaderData, actionData }: Route.ComponentProps) {
  const { survey } = loaderData;
  const refused = actionData?.refused ?? loaderData.refused;
  const errors = actionData?.errors ?? [];
  return (
    <PublicFrame homeHref="/" corner={survey?.office}>
      <meta name="robots" content="noindex" />
      <PageHeader title={words.title} hasErrors={errors.length > 0} />
      {refused ? (
        <div className="mb-6">
          <Notification kind="error" title={words.cannot} announce>
            {refused}
          </Notification>
        </div>
      ) : null}
      {survey ? <SurveyQuestions survey={survey} errors={errors} texts={actionData?.texts ?? {}} /> : null}
    </PublicFrame>
  );
}

type QuestionsProps = Omit<Answered, 'refused'> & { readonly survey: AskedSurvey & { readonly asked: string } };

function SurveyQuestions({ survey, errors, texts }: QuestionsProps) {
  const { audience, questions, visitOn, program, trade, office, phone, lastDay, asked } = survey;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <>
      <ErrorSummary errors={errors} />
      <p className="text-std-18B-160">{sheetText.visit(formatEraDate(visitOn), program, trade)}</p>
      <p className="my-4">{words.lead[audience]}</p>
      <Form method="post" noValidate data-once className="flex flex-col gap-7">
        <input type="hidden" name="asked" value={asked} />
        {standardQuestions(audience)
          .filter(({ key }) => key !== 'freeText')
          .map(({ key, required }) => (
            <StandardField key={key} {...{ audience, field: key, required, error: errorOf(key), typed: texts[key] }} />
          ))}
        {questions.map((question, place) => (
          <OwnQuestionField
            key={question.text}
            {...{ question, place, error: errorOf(`own-${place}`), typed: texts[`own-${place}`] }}
          />
        ))}
        <StandardField
          {...{ audience, field: 'freeText', required: false, error: errorOf('freeText'), typed: texts['freeText'] }}
        />
        <p className="text-dns-16N-130">
          {audience === 'host' ? words.hostPrivacy(office) : words.privacy(office, FEWEST_SHOWN)}
        </p>
        <div>
          <Button variant="solid" size="lg">
            {words.submit}
          </Button>
        </div>
        <p>
          {words.until(formatEraDate(lastDay))}
          <br />
          {words.contact(office, phone)}
        </p>
      </Form>
    </>
  );
}
