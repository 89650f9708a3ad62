import { useLocation } from 'react-router';
import { listAddress } from '#record/list-address.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { boardText as words, droppedText } from '../board-text.ts';
import { planText } from '../text.ts';
import type { Route } from './+types/board.ts';
import { BoardCalendar } from './board-calendar.tsx';
import { BoardList } from './board-list.tsx';
import { loadBoard, takeBoardStep } from './board-page.server.ts';
import { DroppedVisits } from './dropped-visits.tsx';
import { PostForm } from './post-form.tsx';
import { SendMapFigure } from './send-map-figure.tsx';
import { UnplacedList } from './unplaced-list.tsx';

type Page = Route.ComponentProps['loaderData'];
type Board = NonNullable<Page['board']>;

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: planText.title, href: href('assignment') },
    { label: data.name },
  ],
};

export const loader = staffPage(loadBoard);

export const action = staffPage(takeBoardStep);

export default function BoardPage({ loaderData, actionData }: Route.ComponentProps) {
  const { name, lead, board, chips, recordHref } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={name}
        status={chips.map(({ label, tone }) => (
          <ChipLabel key={label} tone={tone}>
            {label}
          </ChipLabel>
        ))}
        lead={
          <>
            {lead}
            {recordHref === undefined ? null : (
              <>
                {' '}
                <a href={recordHref}>{words.record}</a>
              </>
            )}
          </>
        }
        action={<Acts page={loaderData} />}
        hasErrors={errors.length > 0}
      />
      {errors.map(({ message }) => (
        <div key={message} className="mb-4">
          <Notification kind="error" title={message} announce />
        </div>
      ))}
      {board === undefined ? (
        <EmptyState title={words.noRunTitle}>{words.noRunLead}</EmptyState>
      ) : (
        <>
          <div className="mb-4">
            <TabLinks label={words.views} tabs={board.tabs} />
          </div>
          <BoardFilterBar board={board} />
          <Dropped page={loaderData} view={board.shown.view} />
          <View board={board} />
        </>
      )}
    </>
  );
}

/** Visits without a place stand with what is left out; elsewhere a line leads there. */
function Dropped({ page: { dropped, unplacedHref }, view }: { readonly page: Page; readonly view: string }) {
  if (view === 'unplaced') return <DroppedVisits visits={dropped} />;
  if (dropped.length === 0) return null;
  return (
    <div className="mb-4">
      <Notification
        kind="warning"
        title={droppedText.title(dropped.length)}
        actions={<ButtonLink href={unplacedHref}>{droppedText.see}</ButtonLink>}
      />
    </div>
  );
}

function Acts({
  page: { mayPlan, runKey, watchHref, settingsHref, adoptAllHref, board: run },
}: {
  readonly page: Page;
}) {
  return (
    <>
      {adoptAllHref === undefined ? null : (
        <ButtonLink variant="solid" href={adoptAllHref}>
          {words.adoptAll}
        </ButtonLink>
      )}
      {watchHref === undefined ? null : <ButtonLink href={watchHref}>{planText.watch}</ButtonLink>}
      {mayPlan && watchHref === undefined ? (
        <PostForm fields={{ intent: 'replan', 'idempotency-key': runKey }}>
          <Button>{run ? planText.replan : planText.compute}</Button>
        </PostForm>
      ) : null}
      <ButtonLink variant="text" href={settingsHref}>
        {planText.settings}
      </ButtonLink>
    </>
  );
}

function BoardFilterBar({ board: { view, filters, trades, months, states } }: { readonly board: Board }) {
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = [
    ...(filters.trade
      ? [{ label: `${words.trade}：${findTrade(filters.trade)?.name}`, removeHref: address({ trade: undefined }) }]
      : []),
    ...(filters.state && view === 'list'
      ? [
          {
            label: `${words.state}：${states.find(({ value }) => value === filters.state)?.label}`,
            removeHref: address({ state: undefined }),
          },
        ]
      : []),
    ...(filters.month && (view === 'list' || view === 'map')
      ? [
          {
            label: `${words.month}：${months.find(({ value }) => value === filters.month)?.label ?? filters.month}`,
            removeHref: address({ month: undefined }),
          },
        ]
      : []),
  ];
  return (
    <FilterBar
      keep={{ view, ...(view === 'calendar' ? { month: filters.month } : {}) }}
      active={active}
      clearHref={`${location.pathname}?view=${view}`}
    >
      <SelectField name="trade" label={words.trade} options={trades} defaultValue={filters.trade} />
      {view === 'list' ? (
        <SelectField name="state" label={words.state} options={states} defaultValue={filters.state} />
      ) : null}
      {view === 'list' || view === 'map' ? (
        <SelectField name="month" label={words.month} options={months} defaultValue={filters.month} />
      ) : null}
    </FilterBar>
  );
}

function View({ board }: { readonly board: Board }) {
  const { shown } = board;
  switch (shown.view) {
    case 'list':
      return <BoardList list={shown} />;
    case 'calendar':
      return <BoardCalendar calendar={shown} />;
    case 'map':
      return shown.sends.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyLead}</EmptyState>
      ) : (
        <SendMapFigure map={shown.map} sends={shown.sends} />
      );
    case 'unplaced':
      return <UnplacedList list={shown} />;
  }
}
