import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { requestText as words } from '../request-text.ts';

import { MoveForm } from './move-form.tsx';
import { PostForm } from './post-form.tsx';
import type { RequestPage, ShownProposal } from './request-page.server.ts';

type SessionCardProps = { readonly session: ShownProposal; readonly page: RequestPage };

/** One proposed session: who and when, why, what came second, and what people may decide about it by hand. */
export function SessionCard({ session, page }: SessionCardProps) {
  const { visitOn, day, time, chips, people, replaces, reason, runnerUp, mayChange } = session;
  const choosing = page.choosing?.visitOn === visitOn ? page.choosing : undefined;
  const sessionHref = `${page.requestHref}#session-${visitOn}`;
  return (
    <section
      id={`session-${visitOn}`}
      aria-labelledby={`heading-${visitOn}`}
      className="mb-6 break-inside-avoid rounded-12 border border-solid-gray-420 p-4"
    >
      <h2 id={`heading-${visitOn}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-std-18B-160">
        {day}　{time}
        {chips.map(({ label, tone }) => (
          <ChipLabel key={label} tone={tone}>
            {label}
          </ChipLabel>
        ))}
      </h2>
      {replaces ? <p className="mt-1">{replaces}</p> : null}
      {reason ? <p className="mt-1">{reason}</p> : null}
      <p className="mt-1 mb-3">
        {words.runnerUp}：
        {runnerUp ?? (people.some(({ pinId }) => pinId !== undefined) ? words.noRunnerUpByHand : words.noRunnerUp)}
      </p>
      <DataTable
        caption={`${day}の${words.instructors}`}
        captionHidden
        dense
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            header: words.instructors,
            rowHeader: true,
            cell: ({ name, href }) => (href === undefined ? name : <a href={href}>{name}</a>),
          },
          { key: 'way', header: words.kilometres, cell: ({ way }) => way, align: 'end', keepTogether: true },
          { key: 'yen', header: words.yen, cell: ({ yen }) => yen, align: 'end', keepTogether: true },
          { key: 'visits', header: words.visits, cell: ({ visits }) => visits, align: 'end', keepTogether: true },
          ...(mayChange
            ? [
                {
                  key: 'acts',
                  header: words.byHand,
                  acts: true,
                  cell: (person: ShownProposal['people'][number]) => (
                    <ByHand person={person} session={session} requestHref={page.requestHref} />
                  ),
                },
              ]
            : []),
        ]}
      />
      <PartsTable session={session} />
      {mayChange && choosing ? <MoveForm choosing={choosing} sessionHref={sessionHref} /> : null}
      {mayChange && page.mayAdopt ? (
        <PostForm fields={{ intent: 'dismiss', day: visitOn }}>
          <Button variant="text" size="sm" aria-label={`${day}：${words.dismiss}`}>
            {words.dismiss}
          </Button>
        </PostForm>
      ) : null}
    </section>
  );
}

/** What the session costs and gains, constraint by constraint. */
function PartsTable({ session: { day, parts, sum } }: { readonly session: ShownProposal }) {
  return (
    <Disclosure
      summary={
        <>
          {words.parts}
          <span className="sr-only">（{day}）</span>
        </>
      }
    >
      <p className="mb-2">{words.partsLead}</p>
      <DataTable
        caption={`${day}の${words.parts}`}
        captionHidden
        dense
        rows={parts}
        totals={[{ key: 'sum', name: words.sum, amount: '', points: sum }]}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', header: words.rule, cell: ({ name }) => name, rowHeader: true },
          { key: 'amount', header: words.amount, cell: ({ amount }) => amount, align: 'end' },
          { key: 'points', header: words.points, cell: ({ points }) => points, align: 'end' },
        ]}
      />
    </Disclosure>
  );
}

type ByHandProps = {
  readonly person: ShownProposal['people'][number];
  readonly session: ShownProposal;
  readonly requestHref: string;
};

/** 固定 and 除外 of one person of a session. */
function ByHand({ person: { id, name, pinId, isExtra }, session: { visitOn, day }, requestHref }: ByHandProps) {
  if (isExtra) return words.extra;
  const of = (act: string) => `${day} ${name}：${act}`;
  return (
    <div className="flex flex-wrap gap-3">
      {pinId === undefined ? (
        <>
          <PostForm fields={{ intent: 'pin', instructor: id, day: visitOn }}>
            <Button size="sm" aria-label={of(words.pin)}>
              {words.pin}
            </Button>
          </PostForm>
          <PostForm fields={{ intent: 'forbid', instructor: id }}>
            <Button size="sm" aria-label={of(words.forbid)}>
              {words.forbid}
            </Button>
          </PostForm>
        </>
      ) : (
        <PostForm fields={{ intent: 'unpin', pin: pinId }}>
          <Button size="sm" aria-label={of(words.unpin)}>
            {words.unpin}
          </Button>
        </PostForm>
      )}
      <ButtonLink
        size="sm"
        href={`${requestHref}?session=${visitOn}&from=${id}#session-${visitOn}`}
        aria-label={of(words.move)}
      >
        {words.move}
      </ButtonLink>
    </div>
  );
}
