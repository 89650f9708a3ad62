import { data, Form, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { date } from '#record/domain/date-codecs.ts';
import { problemText } from '#record/text.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { answerChannels, countShownLines, MOST_WISHES, textsOfAnswer } from '../domain/demand-answer.ts';
import { enterAnswer } from '../enter-answer.server.ts';
import { entryText as words } from '../answer-text.ts';
import { demandText, surveyStateLabel } from '../text.ts';
import type { Route } from './+types/answer-entry.ts';
import { linesToShow, readAnswerTexts, showAnswerProblems } from './answer-form.server.ts';
import { AnswerLines, type AnswerErrors } from './answer-lines.tsx';
import { openRecipient } from './recipient-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

type Typed = {
  readonly texts: Readonly<Record<string, string>>;
  readonly lines: number;
  readonly errors: AnswerErrors;
  readonly version: number;
};

export const handle = {
  breadcrumb: ({ href, data: loaded }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: loaded.surveyNumber, href: loaded.surveyHref },
    { label: loaded.number, href: loaded.recipientHref },
    { label: loaded.title },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, href } = call;
  requirePermission(ctx, 'demand-survey.write');
  const { id, survey, number, organization, answer, wishes, answerVersion } = await openRecipient(call);
  const today = ctx.today();
  const open = wishes.filter(({ request }) => request === undefined);
  const texts = answer ? textsOfAnswer({ ...answer, wishes: open }, today) : {};
  const channel = answer && answer.channel !== 'web' ? answer.channel : 'fax';
  return {
    surveyNumber: survey.number,
    surveyHref: href(`demand-surveys/${survey.id}`),
    number,
    recipientHref: href(`demand-surveys/${survey.id}/recipients/${id}`),
    host: organization.name,
    title: answer ? words.correctTitle : words.title,
    kept: wishes.flatMap((wish) =>
      wish.request ? [`${tradeName(wish.tradeCode)}・${wish.sessions}回（${wish.request.number}）`] : [],
    ),
    today,
    typed: {
      texts: { ...texts, channel, answeredOn: (answer?.answeredOn ?? today).replaceAll('-', '/') },
      lines: countShownLines(texts),
      errors: [],
      version: answerVersion,
    } satisfies Typed as Typed,
  };
});

export const action = staffPage(async (call) => {
  const { ctx, href, request } = call;
  requirePermission(ctx, 'demand-survey.write');
  const { id, surveyId } = await openRecipient(call);
  const form = await readForm(request);
  const answered = readAnswerTexts(form, ctx.today());
  const texts = { ...answered, channel: textIn(form, 'channel'), answeredOn: textIn(form, 'answeredOn') };
  const version = Number(textIn(form, 'version')) || 0;
  const again = (errors: AnswerErrors, status: number) =>
    data<Typed>({ texts, lines: linesToShow(form, answered), errors, version }, { status });
  if (textIn(form, 'step') === 'more') return again([], 200);
  const answeredOn = date().parse(texts.answeredOn);
  if (!answeredOn.ok)
    return again([{ name: 'answeredOn', message: problemText(words.answeredOn, answeredOn.refusal) }], 422);
  if (answeredOn.value > ctx.today()) {
    const problem = { kind: 'in-the-future', day: answeredOn.value, today: ctx.today() } as const;
    return again([{ name: 'answeredOn', message: problemText(words.answeredOn, problem) }], 422);
  }
  const channel = answerChannels.find(({ code }) => code === texts.channel)?.code ?? 'fax';
  try {
    const entered = await enterAnswer(ctx, {
      recipientId: id,
      texts: answered,
      channel,
      answeredOn: answeredOn.value,
      version,
    });
    if (entered.ok) throw redirect(href(`demand-surveys/${surveyId}/recipients/${id}`));
    return entered.refusal.kind === 'fields'
      ? again(showAnswerProblems(entered.refusal.problems), 422)
      : again([{ message: words.notRunning(surveyStateLabel(entered.refusal.state)) }], 409);
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: demandText.conflict }], 409);
    throw error;
  }
});

export default function AnswerEntry({ loaderData: page, actionData }: Route.ComponentProps) {
  const { texts, lines, errors, version } = actionData ?? page.typed;
  return (
    <>
      <PageHeader title={page.title} lead={`${page.host}　${words.lead}`} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {page.kept.length > 0 ? (
        <div className="mb-6">
          <Notification kind="info" title={words.kept}>
            {page.kept.join('、')}
          </Notification>
        </div>
      ) : null}
      <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="lines" value={lines} />
        <SelectField
          name="channel"
          label={words.channel}
          required
          options={answerChannels.map(({ code, label }) => ({ value: code, label }))}
          blank={null}
          defaultValue={texts['channel']}
        />
        <DateField
          name="answeredOn"
          label={words.answeredOn}
          required
          defaultValue={texts['answeredOn'] ?? ''}
          error={errors.find(({ name }) => name === 'answeredOn')?.message}
        />
        <AnswerLines today={plainDate(page.today)} lines={lines} texts={texts} errors={errors} />
        <div className="flex flex-wrap gap-3">
          <Button variant="solid" name="step" value="save">
            {words.submit}
          </Button>
          {lines < MOST_WISHES ? (
            <Button name="step" value="more">
              {words.more}
            </Button>
          ) : null}
          <ButtonLink variant="text" href={page.recipientHref}>
            {recordWords.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
