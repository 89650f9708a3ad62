import { getCornerContact } from '#desk/corner-queries.server.ts';
import { programLabel } from '#dispatch/domain/program.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { audienceLabel } from '../domain/audience.ts';
import { standardQuestions } from '../domain/standard-question.ts';
import { yesNo } from '../domain/survey.ts';
import { getEntryForm } from '../enter-sheets.server.ts';
import { questionText, ratingWords, sheetText as words, surveyText } from '../text.ts';
import type { Route } from './+types/paper-form.ts';
import { requireAudience } from './survey-call.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: surveyText.title, href: href('surveys') },
    { label: data.number, href: data.surveyHref },
    { label: surveyText.paper },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const audience = requireAudience(params['audience']);
  const { visit, questions } = await getEntryForm(ctx, { visitId: params['id'] ?? '', audience });
  const { office, telephone } = await getCornerContact(ctx);
  const standard = standardQuestions(audience).map(({ key }) => ({
    text: questionText(audience, key),
    choices:
      key === 'freeText' ? [] : key === 'prompted' ? yesNo.map(({ label }) => label) : ratingWords(audience, key),
  }));
  const own = questions.map((question) => ({
    text: question.text,
    choices: question.kind === 'choice' ? question.choices : [],
  }));
  const [freeText] = standard.slice(-1);
  return {
    number: visit.number,
    surveyHref: href(`visits/${visit.id}/survey`),
    title: words.paperTitle(audienceLabel(audience)),
    visit: words.visit(formatEraDate(visit.visitOn), programLabel(visit.program), visit.trade),
    office: words.office(office, telephone),
    questions: [...standard.slice(0, -1), ...own, ...(freeText ? [freeText] : [])],
  };
});

/** 紙の調査票: one A4 to copy, with numbers to ring, and the visit's number at the top for whoever types it in (ENV-11). */
export default function PaperForm({ loaderData }: Route.ComponentProps) {
  const { number, title, visit, office, questions } = loaderData;
  return (
    <>
      <div className="print:hidden">
        <PageHeader title={title} lead={surveyText.paperLead} />
      </div>
      <article
        data-sheet=""
        className="max-w-3xl border border-solid-gray-420 bg-white px-6 py-6 print:max-w-none print:border-0 print:p-0 print:text-black"
      >
        <p className="text-end font-700">{words.paperNumber(number)}</p>
        <h2 className="my-3 text-center text-std-24B-150">{title}</h2>
        <p>{visit}</p>
        <p className="my-2">{words.paperLead}</p>
        <ol className="flex list-decimal flex-col gap-4 pl-6">
          {questions.map(({ text, choices }) => (
            <li key={text} className="break-inside-avoid">
              <p className="font-700">
                {text}（{choices.length > 0 ? words.choose : words.write}）
              </p>
              {choices.length > 0 ? (
                <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
                  {choices.map((choice, index) => (
                    <li key={choice}>
                      {index + 1}　{choice}
                    </li>
                  ))}
                </ul>
              ) : (
                <div className="mt-1 h-20 border border-solid-gray-800" />
              )}
            </li>
          ))}
        </ol>
        <p className="mt-4">{office}</p>
      </article>
    </>
  );
}
