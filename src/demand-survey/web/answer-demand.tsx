import { randomUUID } from 'node:crypto';
import { data, Form, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { isUnstorable } from '#platform/errors.server.ts';
import { addressContext, deskContext } from '#server/desk.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { StepNavigation } from '#ui/step-navigation.tsx';
import {
  answerDemandSurvey,
  openDemandSurvey,
  type AskedDemand,
  type DemandAnswerRefusal,
} from '../answer-link.server.ts';
import { countShownLines, MOST_WISHES, readDemandAnswer, textsOfAnswer } from '../domain/demand-answer.ts';
import { entryText, publicDemandText as words } from '../answer-text.ts';
import { demandLinkRefusalText } from '../refusal-text.ts';
import type { Route } from './+types/answer-demand.ts';
import { linesToShow, readAnswerTexts, showAnswerProblems } from './answer-form.server.ts';
import { AnswerLines, type AnswerErrors } from './answer-lines.tsx';
import { ConfirmAnswer } from './confirm-answer.tsx';

type Shown =
  | { readonly asked: AskedDemand; readonly today: PlainDate; readonly key: string; readonly refused?: never }
  | { readonly refused: string; readonly asked?: never };

type Entry = {
  readonly stage: 'input' | 'confirm';
  readonly texts: Readonly<Record<string, string>>;
  readonly lines: number;
  readonly errors: AnswerErrors;
  readonly key: string;
  readonly refused?: string;
};

/** Neither kept by a proxy nor told to where a link leads: the address is the ticket. */
export const headers = () => ({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });

export async function loader({ params, context }: Route.LoaderArgs) {
  const desk = context.get(deskContext);
  const opened = await openDemandSurvey(desk, { token: params.token, address: context.get(addressContext) });
  if (opened.ok) return data<Shown>({ asked: opened.value, today: desk.clock.today(), key: randomUUID() });
  return data<Shown>({ refused: demandLinkRefusalText(opened.refusal) }, { status: statusOf(opened.refusal) });
}

function statusOf({ kind }: DemandAnswerRefusal): number {
  if (kind === 'locked') return 429;
  if (kind === 'fields') return 422;
  return kind === 'gone' ? 404 : kind === 'over' ? 410 : 409;
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const form = await readForm(request);
  const desk = context.get(deskContext);
  const today = desk.clock.today();
  const texts = readAnswerTexts(form, today);
  const key = textIn(form, 'key').slice(0, 100);
  const answer = (entry: Partial<Entry> & Pick<Entry, 'stage'>, status = 200) =>
    data<Entry>({ texts, lines: linesToShow(form, texts), errors: [], key, ...entry }, { status });
  const step = textIn(form, 'step');
  if (step === 'edit' || step === 'more') return answer({ stage: 'input' });
  const read = readDemandAnswer(texts, { today, onPage: true });
  if (!read.ok) return answer({ stage: 'input', errors: showAnswerProblems(read.refusal) }, 422);
  const tidy = textsOfAnswer(read.value, today);
  if (step !== 'send') return answer({ stage: 'confirm', texts: tidy, lines: countShownLines(tidy) });
  try {
    const opening = { token: params.token, address: context.get(addressContext) };
    const sent = await answerDemandSurvey(desk, { ...opening, texts: tidy, submissionKey: key });
    if (sent.ok) throw redirect(`/demand/${params.token}`);
    const { refusal } = sent;
    if (refusal.kind === 'fields') return answer({ stage: 'input', errors: showAnswerProblems(refusal.problems) }, 422);
    return answer({ stage: 'confirm', texts: tidy, refused: demandLinkRefusalText(refusal) }, statusOf(refusal));
  } catch (error) {
    if (isUnstorable(error)) throw data(null, { status: 400 });
    throw error;
  }
}

export default function AnswerDemand({ loaderData, actionData }: Route.ComponentProps) {
  const { asked } = loaderData;
  if (!asked) return <Refused reason={loaderData.refused} />;
  if (asked.receipt) return <Done asked={asked} receipt={asked.receipt} />;
  const entry: Entry = actionData ?? {
    stage: 'input',
    texts: {},
    lines: countShownLines({}),
    errors: [],
    key: loaderData.key,
  };
  return (
    <PublicFrame homeHref="/" corner={asked.office}>
      <meta name="robots" content="noindex" />
      <PageHeader title={asked.title} hasErrors={entry.errors.length > 0 || entry.refused !== undefined} />
      <Stages current={entry.stage} />
      {entry.refused ? (
        <div className="mb-6">
          <Notification kind="error" title={words.cannot} announce>
            {entry.refused}
          </Notification>
        </div>
      ) : null}
      {entry.stage === 'confirm' ? (
        <ConfirmAnswer
          today={plainDate(loaderData.today)}
          texts={entry.texts}
          lines={entry.lines}
          formKey={entry.key}
        />
      ) : (
        <Input asked={asked} today={plainDate(loaderData.today)} entry={entry} />
      )}
      <p className="mt-8">{words.contact(asked.office, asked.phone)}</p>
    </PublicFrame>
  );
}

const stages = ['input', 'confirm', 'done'] as const;

/** 入力 → 確認 → 完了 (FRM-30). */
function Stages({ current }: { readonly current: (typeof stages)[number] }) {
  const here = stages.indexOf(current);
  return (
    <div className="mb-6">
      <StepNavigation
        steps={stages.map((stage, index) => ({
          label: words.steps[stage],
          state: index < here ? ('completed' as const) : index === here ? ('reached' as const) : ('upcoming' as const),
          current: index === here,
        }))}
      />
    </div>
  );
}

function Refused({ reason }: { readonly reason: string | undefined }) {
  return (
    <PublicFrame homeHref="/">
      <meta name="robots" content="noindex" />
      <PageHeader title={words.title} />
      <Notification kind="error" title={words.cannot} announce>
        {reason}
      </Notification>
    </PublicFrame>
  );
}

type DoneProps = { readonly asked: AskedDemand; readonly receipt: NonNullable<AskedDemand['receipt']> };

function Done({ asked, receipt }: DoneProps) {
  return (
    <PublicFrame homeHref="/" corner={asked.office}>
      <meta name="robots" content="noindex" />
      <PageHeader title={asked.title} />
      <Stages current="done" />
      <Notification kind="success" title={words.doneTitle} announce>
        <p className="text-std-20B-150">{words.receipt(receipt.number, formatEraDate(receipt.on))}</p>
        <p>{words.doneLead}</p>
      </Notification>
      <p className="mt-8">{words.contact(asked.office, asked.phone)}</p>
    </PublicFrame>
  );
}

type InputProps = { readonly asked: AskedDemand; readonly today: PlainDate; readonly entry: Entry };

function Input({ asked, today, entry }: InputProps) {
  const { texts, lines, errors, key } = entry;
  return (
    <>
      <ErrorSummary errors={errors} />
      <p className="text-std-18B-160">{words.number(asked.number, asked.host)}</p>
      <p className="my-2">{words.lead(asked.office, fiscalYearLabel(asked.fiscalYear))}</p>
      {asked.note === null ? null : <p className="my-2 whitespace-pre-wrap">{asked.note}</p>}
      <p className="mb-6">{words.until(formatEraDate(asked.answerBy))}</p>
      <Form method="post" action="?" noValidate className="flex flex-col gap-8">
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="lines" value={lines} />
        <AnswerLines today={today} lines={lines} texts={texts} errors={errors} />
        <p>{words.privacy(asked.office)}</p>
        <div className="flex flex-wrap gap-3">
          <Button variant="solid" size="lg" name="step" value="check">
            {words.toConfirm}
          </Button>
          {lines < MOST_WISHES ? (
            <Button size="lg" name="step" value="more">
              {entryText.more}
            </Button>
          ) : null}
        </div>
      </Form>
    </>
  );
}
