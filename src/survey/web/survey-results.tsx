import { useLocation } from 'react-router';
import { formatEraDate, formatSlashDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { measureShare, outcomeKeys, sum, tallyOutcome, tallyQuestion, type AnswerGroup } from '../domain/outcome.ts';
import { getCouncilFeedback } from '../feedback.server.ts';
import { groupByInstructor } from '../result-queries.server.ts';
import { outcomeLabel, surveyText as words, tallyText } from '../text.ts';
import { listSurveyedVisits } from '../visit-list-queries.server.ts';
import type { Route } from './+types/survey-results.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { SurveyTabs, toView } from './survey-tabs.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async (call) => {
  const { ctx, year, url, href } = call;
  // Figures of the status report lead here with their own day.
  const typed = parseJapaneseDate(url.searchParams.get('asOf') ?? '');
  const on = { fiscalYear: year, asOf: typed.ok ? typed.value : ctx.today() };
  const { groups } = await getCouncilFeedback(ctx, on);
  const view = toView(url.searchParams.get('by'));
  const shares = outcomeKeys.map((key) => ({ key, ...measureShare(tallyOutcome(key, groups)) }));
  return {
    view,
    asOf: formatEraDate(on.asOf),
    shares: shares.map((share) => ({ ...share, href: `${href('surveys')}?show=${share.key}&asOf=${on.asOf}` })),
    answers: sum(groups),
    visits: view === 'visit' ? await loadVisits(call, on) : undefined,
    lines: view === 'instructor' ? await loadInstructors(call, on) : view === 'class' ? byClass(groups) : undefined,
    base: href('surveys'),
    formsHref: href('surveys/forms'),
    councilHref: href('surveys/council'),
  };
});

type On = { readonly fiscalYear: number; readonly asOf: PlainDate };

async function loadVisits({ ctx, url, href }: StaffCall, on: On) {
  const wanted = url.searchParams.get('show');
  const show = outcomeKeys.find((key) => key === wanted) ?? (wanted === 'unanswered' ? wanted : 'all');
  const cursor = decodeCursor(url.searchParams.get('cursor'), 2);
  const { rows, ...page } = await listSurveyedVisits(ctx, { ...on, show, cursor });
  return {
    ...page,
    show,
    rows: rows.map(({ id, number, visitOn, host, trainees, groups }) => ({
      id,
      number,
      day: formatSlashDate(visitOn),
      host,
      trainees: words.people(trainees),
      ...sharesOf(groups),
      href: href(`visits/${id}/survey`),
    })),
  };
}

async function loadInstructors({ ctx, href }: StaffCall, on: On) {
  const people = await groupByInstructor(ctx, on);
  return people.map(({ id, number, name, groups }) => ({
    key: id,
    label: `${name}（${number}）`,
    href: href(`surveys/instructors/${id}`),
    ...sharesOf(groups),
  }));
}

function byClass(groups: readonly AnswerGroup[]) {
  return organizationKinds.flatMap(({ code, label }) => {
    const own = groups.filter(({ organizationKind }) => organizationKind === code);
    return own.length === 0 ? [] : [{ key: code, label, href: undefined, ...sharesOf(own) }];
  });
}

/** Hosts' satisfaction and 契機, and what those who took part thought of it, as texts. */
function sharesOf(groups: readonly AnswerGroup[]) {
  const hosts = groups.filter(({ audience }) => audience === 'host');
  const others = groups.filter(({ audience }) => audience !== 'host');
  const text = (question: 'satisfaction' | 'understanding' | 'prompted', of: readonly AnswerGroup[]) =>
    tallyText(measureShare(tallyQuestion(question, of)));
  return {
    hostSatisfaction: text('satisfaction', hosts),
    prompted: text('prompted', hosts),
    satisfaction: text('satisfaction', others),
    understanding: text('understanding', others),
  };
}

export default function SurveyResults({ loaderData }: Route.ComponentProps) {
  const { view, asOf, shares, base, formsHref, councilHref } = loaderData;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={
          <>
            {words.lead}
            <br />
            {words.asOf(asOf)}
          </>
        }
        action={
          <>
            <ButtonLink href={councilHref}>{words.council}</ButtonLink>
            <ButtonLink href={formsHref}>{words.forms}</ButtonLink>
          </>
        }
      />
      <OutcomeTable shares={shares} />
      <SurveyTabs base={base} current={view} />
      <Visits {...loaderData} />
      <Lines {...loaderData} />
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

const shareColumns = [
  { key: 'hostSatisfaction', header: `${words.satisfaction}（派遣先）` },
  { key: 'prompted', header: `${words.prompted}（派遣先）` },
  { key: 'satisfaction', header: `${words.satisfaction}（受講者等）` },
  { key: 'understanding', header: `${words.understanding}（受講者等）` },
] as const;

function shareCells<Row extends Record<(typeof shareColumns)[number]['key'], string>>() {
  return shareColumns.map(({ key, header }) => ({
    key,
    header,
    cell: (row: Row) => row[key],
    align: 'end' as const,
  }));
}

function Visits({ visits, base }: Loaded) {
  const location = useLocation();
  if (!visits) return null;
  const { rows, show, count, next, previous } = visits;
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const outcome = outcomeKeys.find((key) => key === show);
  const title = outcome
    ? words.behind(outcomeLabel(outcome))
    : show === 'unanswered'
      ? words.onlyUnanswered
      : words.allVisits;
  if (rows.length === 0) {
    const isNarrowed = show !== 'all';
    return (
      <EmptyList
        title={isNarrowed ? words.nothingFits : words.emptyTitle}
        lead={isNarrowed ? words.nothingFitsLead : words.emptyLead}
        clearHref={isNarrowed ? base : undefined}
      />
    );
  }
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-6 print:hidden">
        {show === 'all' ? (
          <a href={`${base}?show=unanswered`} className="inline-flex min-h-11 items-center">
            {words.unanswered}
          </a>
        ) : (
          <a href={base} className="inline-flex min-h-11 items-center">
            {words.showAll}
          </a>
        )}
      </p>
      <DataTable
        caption={`${title} ${words.count(count)}`}
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'number',
            header: words.visit,
            cell: ({ number, href }) => <a href={href}>{number}</a>,
            rowHeader: true,
            keepTogether: true,
          },
          { key: 'day', header: words.day, cell: ({ day }) => day, keepTogether: true },
          { key: 'host', header: words.host, cell: ({ host }) => host },
          { key: 'trainees', header: words.trainees, cell: ({ trainees }) => trainees, align: 'end' },
          ...shareCells<(typeof rows)[number]>(),
        ]}
      />
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

function Lines({ lines, view }: Loaded) {
  if (!lines) return null;
  if (lines.length === 0) return <EmptyList title={words.noAnswersTitle} lead={words.noAnswersLead} />;
  const label = view === 'class' ? words.class : words.instructor;
  return (
    <DataTable
      caption={`${view === 'class' ? words.byClass : words.byInstructor} ${words.count(lines.length)}`}
      dense
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'label',
          header: label,
          cell: ({ label: text, href }) => (href === undefined ? text : <a href={href}>{text}</a>),
          rowHeader: true,
        },
        ...shareCells<(typeof lines)[number]>(),
      ]}
    />
  );
}
