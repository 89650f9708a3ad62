import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { audiences } from '../domain/audience.ts';
import { standardQuestions } from '../domain/standard-question.ts';
import { getForm } from '../save-form.server.ts';
import { formText as words, questionText, surveyText } from '../text.ts';
import type { Route } from './+types/survey-forms.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: surveyText.title, href: href('surveys') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  const forms = [];
  for (const { code, label } of audiences) {
    const form = await getForm(ctx, code, year);
    forms.push({
      audience: code,
      label,
      standard: standardQuestions(code).map(({ key }) => questionText(code, key)),
      questions: form?.questions ?? [],
      version: form && words.version(fiscalYearLabel(form.fiscalYear), form.version),
      carried: form && form.fiscalYear < year ? words.carried(fiscalYearLabel(form.fiscalYear)) : undefined,
      answers: form?.answers ?? 0,
      editHref: isAllowed(ctx.actor, 'survey.manage', { corner: ctx.corner })
        ? href(`surveys/forms/${code}`)
        : undefined,
    });
  }
  const saved = Number(/^\d{1,4}$/u.exec(url.searchParams.get('saved') ?? '')?.[0] ?? Number.NaN);
  return { forms, yearLabel: fiscalYearLabel(year), saved: Number.isNaN(saved) ? undefined : words.saved(saved) };
});

export default function SurveyForms({ loaderData: { forms, yearLabel, saved } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={`${words.title}（${yearLabel}）`} lead={words.lead} />
      {saved ? (
        <div className="mb-6 max-w-4xl">
          <Notification kind="success" title={saved} announce />
        </div>
      ) : null}
      {forms.map(({ audience, label, standard, questions, version, carried, answers, editHref }) => (
        <section key={audience} className="mb-8 max-w-4xl border-t border-solid-gray-420 pt-3">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
            <h2 className="text-std-20B-150">{label}</h2>
            {editHref ? (
              <ButtonLink href={editHref} size="sm">
                <span className="sr-only">{label}：</span>
                {words.toEdit}
              </ButtonLink>
            ) : null}
          </div>
          <h3 className="text-std-16B-170">{words.standard}</h3>
          <ol className="mb-3 list-decimal pl-6">
            {standard.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
          <h3 className="text-std-16B-170">{words.own}</h3>
          {version ? (
            <p className="text-dns-14N-130">{[version, words.answered(answers), carried].filter(Boolean).join('　')}</p>
          ) : null}
          {questions.length === 0 ? (
            <p>{words.noOwn}</p>
          ) : (
            <ol className="list-decimal pl-6">
              {questions.map((question) => (
                <li key={question.text} className="wrap-anywhere">
                  {question.text}
                  {question.kind === 'choice' ? `（${question.choices.join('／')}）` : `（${words.text}）`}
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </>
  );
}
