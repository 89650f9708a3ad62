import type { ReactNode } from 'react';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { runText as words } from '../run-text.ts';
import { planText } from '../text.ts';
import type { Route } from './+types/run-page.ts';
import { PostForm } from './post-form.tsx';
import { loadRunPage, takeRunStep } from './run-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: planText.title, href: href('assignment') },
    { label: data.planName, ...(data.openHref === undefined ? {} : { href: data.openHref }) },
    { label: words.title },
  ],
};

export const loader = staffPage(loadRunPage);

export const action = staffPage(takeRunStep);

/** Seconds after which the page asks again while the calculation goes on. */
const ASK_AGAIN_SECONDS = 3;

export default function RunPage({ loaderData }: Route.ComponentProps) {
  const { planName, state, isGoing, figures, record } = loaderData;
  return (
    <>
      <PageHeader
        title={`${words.title}（${planName}）`}
        status={<ChipLabel tone={state.tone}>{state.label}</ChipLabel>}
        lead={isGoing ? words.lead : undefined}
      />
      <Following going={isGoing}>
        {isGoing ? <Progress page={loaderData} /> : <Ending page={loaderData} />}
        <div className="my-6">
          <DescriptionList items={figures} columns={2} />
        </div>
      </Following>
      {isGoing ? <StopForm page={loaderData} /> : null}
      <Disclosure summary={words.record}>
        <DescriptionList items={record} />
      </Disclosure>
    </>
  );
}

/** What is asked again while it changes: by desk.js in its place, and by the whole page where no script runs. */
function Following({ going, children }: { readonly going: boolean; readonly children: ReactNode }) {
  if (!going) return <div>{children}</div>;
  return (
    <div data-follow={ASK_AGAIN_SECONDS}>
      <noscript>
        <meta httpEquiv="refresh" content={String(ASK_AGAIN_SECONDS)} />
      </noscript>
      {children}
    </div>
  );
}

function Progress({ page: { progress, progressText, pageHref } }: { readonly page: Page }) {
  return (
    <div className="flex max-w-3xl flex-col gap-2">
      <label htmlFor="progress" className="text-std-16B-170">
        {words.progress}
      </label>
      <div className="flex items-center gap-3">
        <progress id="progress" max="100" value={progress ?? 0} className="h-4 w-full grow accent-key-900">
          {progressText}
        </progress>
        <span className="shrink-0 tabular-nums">{progressText}</span>
      </div>
      <a href={pageHref} className="inline-flex min-h-11 items-center print:hidden">
        {words.reload}
      </a>
    </div>
  );
}

function Ending({ page: { ending, openHref, listHref, planName } }: { readonly page: Page }) {
  return (
    <Notification
      kind={ending.kind}
      title={ending.title}
      actions={
        <>
          {openHref === undefined ? null : (
            <ButtonLink variant="solid" href={openHref} aria-label={`${planName}の${words.seeProposal}`}>
              {words.seeProposal}
            </ButtonLink>
          )}
          <ButtonLink href={listHref}>{words.allPlans}</ButtonLink>
        </>
      }
    >
      {ending.lead ? <p>{ending.lead}</p> : null}
    </Notification>
  );
}

function StopForm({ page: { stopping, mayPlan } }: { readonly page: Page }) {
  if (stopping) return <p>{words.stopping}</p>;
  if (!mayPlan) return null;
  return (
    <div className="mb-6">
      <PostForm fields={{ intent: 'stop' }}>
        <p className="mb-2">{words.stopLead}</p>
        <Button>{words.stop}</Button>
      </PostForm>
    </div>
  );
}
