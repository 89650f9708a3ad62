import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel, type ChipTone } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import { Notification } from '#ui/notification.tsx';
import { StepNavigation, type Step } from '#ui/step-navigation.tsx';
import type { CaseStationMark } from '../domain/case-stations.ts';
import type { CertificationState } from '../domain/certification-state.ts';
import { certificationText as words } from '../page-text.ts';
import type { loadCasePage } from './case-page.server.ts';

type CasePage = Awaited<ReturnType<typeof loadCasePage>>;

/** Whether a state waits for the corner, is under way elsewhere, or has ended. */
export const stateTones: Readonly<Record<CertificationState, ChipTone>> = {
  scouted: 'neutral',
  drafting: 'progress',
  received: 'attention',
  interview: 'attention',
  batched: 'attention',
  sent: 'progress',
  'under-review': 'progress',
  returned: 'attention',
  certified: 'done',
  rejected: 'stopped',
  withdrawn: 'stopped',
};

const stepStates: Readonly<Record<CaseStationMark, Step['state']>> = {
  completed: 'completed',
  here: 'reached',
  stopped: 'reached',
  skipped: 'skipped',
  upcoming: 'upcoming',
};

export function CaseSteps({ page }: { readonly page: CasePage }) {
  return (
    <div className="mb-6">
      <StepNavigation
        label={words.steps}
        steps={page.stations.map(({ label, mark }) => ({
          label,
          state: stepStates[mark],
          current: mark === 'here' || mark === 'stopped',
        }))}
      />
    </div>
  );
}

/** The steps that this person may take now, and what stands against them. */
export function NextSteps({ page }: { readonly page: CasePage }) {
  const { commands, missing, missingForCenter, suspension } = page;
  return (
    <section aria-labelledby="next-heading" className="mb-6">
      <h2 id="next-heading" className="text-std-18B-160 mb-2">
        {words.next}
      </h2>
      <p className="mb-3">{page.next}</p>
      {suspension && commands.some(({ command }) => command === 'receive') ? (
        <div className="mb-3">
          <Notification kind="warning" title={suspension.title}>
            {suspension.lead}
          </Notification>
        </div>
      ) : null}
      <Shortcomings title={words.missingTitle} items={missing} />
      <Shortcomings title={words.missingForCenterTitle} items={missingForCenter} />
      {commands.length > 0 ? (
        <div className="flex flex-wrap gap-3 print:hidden">
          {commands.map(({ command, label, href }) => (
            <ButtonLink key={command} href={href}>
              {label}
            </ButtonLink>
          ))}
        </div>
      ) : null}
    </section>
  );
}

/** The files, the filled form and the bundle of the application. */
export function Papers({ page }: { readonly page: CasePage }) {
  return (
    <section aria-labelledby="papers-heading" className="mb-6 print:hidden">
      <h2 id="papers-heading" className="text-std-18B-160 mb-2">
        {words.papers}
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {page.papers.map(({ label, href }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shortcomings({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div className="mb-3">
      <Notification kind="info" title={title}>
        <ul className="list-disc gap-x-8 pl-6 desktop:columns-2">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Notification>
    </div>
  );
}

const answerTones: Readonly<Record<CasePage['verdicts'][number]['answer'], ChipTone>> = {
  met: 'done',
  'not-met': 'attention',
  'to-judge': 'neutral',
};

/** Each criterion of the application's day: met, not met or to be judged, with the fact it rests on. */
export function Eligibility({ page }: { readonly page: CasePage }) {
  return (
    <section aria-labelledby="eligibility-heading" className="mb-6">
      <h2 id="eligibility-heading" className="text-std-18B-160 mb-2">
        {words.eligibility}
      </h2>
      <p className="mb-2">{page.criteria ?? words.noCriteria}</p>
      {page.verdicts.length === 0 ? null : (
        <DataTable
          caption={words.eligibility}
          captionHidden
          dense
          folds
          rows={page.verdicts}
          rowKey={({ criterion }) => criterion}
          columns={[
            { key: 'criterion', header: words.criterion, cell: ({ criterion }) => criterion, rowHeader: true },
            {
              key: 'answer',
              header: words.answer,
              cell: ({ answer, answerName }) => <ChipLabel tone={answerTones[answer]}>{answerName}</ChipLabel>,
            },
            { key: 'fact', header: words.fact, cell: ({ fact }) => fact },
          ]}
        />
      )}
    </section>
  );
}

/** Every step that was taken, from the newest back: when it was entered, by whom, and when it happened. */
export function Procedure({ page }: { readonly page: CasePage }) {
  return (
    <section aria-labelledby="procedure-heading" className="mb-6">
      <h2 id="procedure-heading" className="text-std-18B-160 mb-2">
        {words.history}
      </h2>
      {page.events.length === 0 ? (
        <p>{words.noHistory}</p>
      ) : (
        <HistoryTimeline
          entries={page.events.map(({ happened, what, ...entry }) => ({ ...entry, what: `${what}　${happened}` }))}
        />
      )}
    </section>
  );
}
