import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listDemandSurveys } from '../demand-survey-queries.server.ts';
import { demandText as words, surveyStateLabel } from '../text.ts';
import type { Route } from './+types/demand-survey-list.ts';
import { surveyTones } from './demand-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, year, href }) => {
  const surveys = await listDemandSurveys(ctx, year);
  return {
    surveys: surveys.map(({ id, number, title, answerBy, state, recipients, states }) => ({
      id,
      number,
      title,
      state,
      recipients,
      answered: states.answered,
      answerBy: formatSlashDate(answerBy),
      href: href(`demand-surveys/${id}`),
    })),
    newHref: isAllowed(ctx.actor, 'demand-survey.manage', { corner: ctx.corner })
      ? href('demand-surveys/new')
      : undefined,
  };
});

export default function DemandSurveyList({ loaderData }: Route.ComponentProps) {
  const { surveys, newHref } = loaderData;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          newHref ? (
            <ButtonLink variant="solid" href={newHref}>
              {words.add}
            </ButtonLink>
          ) : undefined
        }
      />
      {surveys.length === 0 ? (
        <EmptyList {...words.nothingYet} add={{ label: words.add, href: newHref }} />
      ) : (
        <DataTable
          caption={`${words.title} ${surveys.length}件`}
          dense
          rows={surveys}
          rowKey={({ id }) => id}
          columns={[
            { key: 'number', header: words.number, cell: (row) => row.number, keepTogether: true },
            { key: 'title', header: words.name, cell: (row) => <a href={row.href}>{row.title}</a>, rowHeader: true },
            { key: 'answerBy', header: words.answerBy, cell: (row) => row.answerBy, keepTogether: true },
            { key: 'recipients', header: words.recipients, cell: (row) => `${row.recipients}件`, align: 'end' },
            { key: 'answered', header: words.answered, cell: (row) => `${row.answered}件`, align: 'end' },
            {
              key: 'state',
              header: words.state,
              cell: ({ state }) => <ChipLabel tone={surveyTones[state]}>{surveyStateLabel(state)}</ChipLabel>,
              keepTogether: true,
            },
          ]}
        />
      )}
    </>
  );
}
