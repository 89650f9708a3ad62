import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { programLabel } from '#dispatch/domain/program.ts';
import { openSessions } from '#dispatch/domain/request-status.ts';
import { countText } from '#record/list-address.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { buildMetricLinks, listTargetBars } from '#report/status-links.ts';
import { visitStatusLabel } from '#schedule/domain/visit-status.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { BulletBar } from '#ui/bullet-bar.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TaskList } from '#ui/task-list.tsx';
import { getDashboard } from '../dashboard-queries.server.ts';
import { deskText } from '../text.ts';
import { listTasks, listWatch } from '../work-list.ts';
import { workText as words } from '../work-text.ts';
import type { Route } from './+types/dashboard.ts';

export const loader = staffPage(async ({ ctx, year, href }) => {
  const today = ctx.today();
  const dashboard = await getDashboard(ctx, { fiscalYear: year });
  const address = { fiscalYear: year, asOf: today, today, visitsHref: href('visits'), surveysHref: href('surveys') };
  return {
    todayLabel: formatEraDate(today, 'weekday'),
    mayAct: isAllowed(ctx.actor, 'visit.write', { corner: ctx.corner }),
    tasks: listTasks(dashboard, { href }),
    watch: listWatch(dashboard, { href }),
    bars: listTargetBars(dashboard.report, buildMetricLinks(address)),
    week: {
      title: words.week(dashboard.week.from.slice(5).replace('-', '/'), dashboard.week.to.slice(5).replace('-', '/')),
      rows: dashboard.week.visits.map((visit) => ({
        id: visit.id,
        href: href(`visits/${visit.id}`),
        day: [formatSlashDate(plainDate(visit.visitOn)).slice(5), visit.startsAt ?? ''].join(' ').trim(),
        host: visit.organizationName,
        program: programLabel(visit.program),
        instructors: visit.instructorNames.join('、'),
        status: visit.status,
        statusLabel: visitStatusLabel(visit.status),
      })),
    },
    requests: {
      title: `${words.openRequests} ${countText(dashboard.openRequests)}`,
      rows: dashboard.openRequests.rows.map((request) => ({
        id: request.id,
        href: href(`requests/${request.id}`),
        number: request.number,
        host: request.organizationName,
        trade: findTrade(request.tradeCode)?.name ?? request.tradeCode,
        remaining: words.remaining(openSessions(request), request.wished),
      })),
    },
    hrefs: {
      work: href('work'),
      plan: href('plan'),
      report: href('reports/status'),
      visits: href('visits'),
      requests: `${href('requests')}?status=open`,
    },
  };
});

const statusTones = { planned: 'progress', held: 'done', cancelled: 'stopped' } as const;

type Loaded = Route.ComponentProps['loaderData'];

export default function DashboardPage({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={deskText.dashboard}
        status={<span className="text-std-16N-170">{loaderData.todayLabel}</span>}
      />
      <div className="grid items-start gap-x-7 gap-y-8 wide:grid-cols-12 print:block">
        <div className="flex min-w-0 flex-col gap-8 wide:col-span-7 print:mb-6">
          <Tasks {...loaderData} />
          <Week week={loaderData.week} href={loaderData.hrefs.visits} />
          <Requests requests={loaderData.requests} href={loaderData.hrefs.requests} />
        </div>
        <Targets {...loaderData} />
      </div>
    </>
  );
}

function Tasks({ tasks, watch, mayAct, hrefs }: Loaded) {
  return (
    <>
      <section>
        <h2 className="mb-2 text-std-20B-150">{mayAct ? words.tasks : words.tasksOfCorner}</h2>
        {tasks.length === 0 ? <p>{mayAct ? words.tasksNone : words.tasksOfCornerNone}</p> : <TaskList tasks={tasks} />}
        <More href={hrefs.work}>{words.toWork}</More>
      </section>
      {watch.length === 0 ? null : (
        <section>
          <h2 className="mb-2 text-std-20B-150">{words.watch}</h2>
          <p className="mb-2 text-dns-14N-130">{words.watchLead}</p>
          <TaskList tasks={watch} />
        </section>
      )}
    </>
  );
}

function Week({ week, href }: { readonly week: Loaded['week']; readonly href: string }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-std-20B-150">{week.title}</h2>
      {week.rows.length === 0 ? (
        <p>{words.weekNone}</p>
      ) : (
        <DataTable
          caption={week.title}
          captionHidden
          dense
          rows={week.rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'day', header: words.columns.day, cell: ({ day }) => day, keepTogether: true },
            {
              key: 'host',
              header: words.columns.host,
              cell: (row) => <a href={row.href}>{row.host}</a>,
              rowHeader: true,
            },
            { key: 'program', header: words.columns.program, cell: ({ program }) => program },
            {
              key: 'instructors',
              header: words.columns.instructors,
              cell: ({ instructors }) => instructors,
              keepTogether: true,
            },
            {
              key: 'status',
              header: words.columns.status,
              cell: ({ status, statusLabel }) => <ChipLabel tone={statusTones[status]}>{statusLabel}</ChipLabel>,
              keepTogether: true,
            },
          ]}
        />
      )}
      <More href={href}>{words.allVisits}</More>
    </section>
  );
}

function Requests({ requests, href }: { readonly requests: Loaded['requests']; readonly href: string }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-std-20B-150">{requests.title}</h2>
      {requests.rows.length === 0 ? (
        <p>{words.openRequestsNone}</p>
      ) : (
        <DataTable
          caption={requests.title}
          captionHidden
          dense
          rows={requests.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              header: words.columns.number,
              cell: (row) => <a href={row.href}>{row.number}</a>,
              rowHeader: true,
              keepTogether: true,
            },
            { key: 'host', header: words.columns.host, cell: ({ host }) => host },
            { key: 'trade', header: words.columns.trade, cell: ({ trade }) => trade },
            {
              key: 'remaining',
              header: words.columns.remaining,
              cell: ({ remaining }) => remaining,
              align: 'end',
              keepTogether: true,
            },
          ]}
        />
      )}
      <More href={href}>{words.allRequests}</More>
    </section>
  );
}

function More({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <p className="mt-1 print:hidden">
      <a href={href} className="inline-flex min-h-11 items-center">
        {children}
      </a>
    </p>
  );
}

function Targets({ bars, hrefs }: Loaded) {
  return (
    <section className="min-w-0 wide:col-span-5">
      <h2 className="mb-2 text-std-20B-150">{words.targets}</h2>
      {bars.length === 0 ? (
        <EmptyState title={words.targetsNone} actions={<ButtonLink href={hrefs.plan}>{words.toPlan}</ButtonLink>}>
          {words.targetsNoneLead}
        </EmptyState>
      ) : (
        <>
          <p className="mb-3 text-dns-14N-130">{words.targetsLead}</p>
          <div className="grid gap-x-8 gap-y-4 print:grid-cols-2">
            {bars.map((bar) => (
              <BulletBar key={bar.label} {...bar} />
            ))}
          </div>
          <More href={hrefs.report}>{words.toReport}</More>
        </>
      )}
    </section>
  );
}
