import { data, Form, redirect } from 'react-router';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { findClaimOfReport } from '#expense/claim-of-report.server.ts';
import { derivedClaimRefusalText } from '#expense/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { reportTable } from '../domain/report-state.ts';
import { reportStateLabel, reportStateRefusalText, reportText as words } from '../text.ts';
import { answerReport, getReport, removePhoto } from '../write-report.server.ts';
import type { Route } from './+types/report-page.ts';
import { ReportForm } from './report-form.tsx';
import { ReportPhotos } from './report-photos.tsx';
import { reportTones } from './report-tones.ts';
import { showPhotos, showReport } from '../show-report.ts';
import { startReport, takeReport, type ReportFormState } from '../take-report.server.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('activity-reports') },
    { label: page.label },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const pair = { visitId: params['id'] ?? '', instructorId: params['instructor'] ?? '' };
  const { visit, report, photos } = await getReport(ctx, pair);
  const mayWrite = isAllowed(ctx.actor, 'activity-report.write', { corner: ctx.corner });
  const page = `visits/${pair.visitId}/report/${pair.instructorId}`;
  const { state } = report ?? {};
  const claim = state === 'checked' ? await showClaim(ctx, pair, href) : undefined;
  return {
    label: `${visit.visitNumber} ${visit.instructorName}`,
    state,
    stateText: reportStateLabel(state),
    next: visit.visitStatus === 'held' ? words.next[state ?? 'none'] : words.notHeld,
    items: showReport(visit, report),
    onBehalf: report?.onBehalf === true,
    photos: showPhotos(photos, (photoId) => href(`${page}/photos/${photoId}`)),
    form: startReport(visit, report),
    mayEnter: mayWrite && visit.visitStatus === 'held' && reportTable[state ?? 'draft'].save !== undefined,
    steps: mayWrite && state ? (['check', 'return'] as const).filter((command) => reportTable[state][command]) : [],
    claim,
    paperHref: recordLetterLinks('visit', pair.visitId, href).find(({ kind }) => kind === 'activity-report-form')?.href,
  };
});

type Pair = { readonly visitId: string; readonly instructorId: string };

/** The claim that the check of the report made, or why it made none and where one is made by hand. */
async function showClaim(ctx: Context, pair: Pair, href: (path: string) => string) {
  if (!isAllowed(ctx.actor, 'expense.read', { corner: ctx.corner })) return undefined;
  const found = await findClaimOfReport(ctx, pair);
  if (found.ok && found.value.id !== undefined) return { stands: true, href: href(`expenses/${found.value.id}`) };
  const mayClaim = isAllowed(ctx.actor, 'expense.write', { corner: ctx.corner });
  return {
    stands: false,
    href: mayClaim ? href(`expenses/new?visit=${pair.visitId}&instructor=${pair.instructorId}`) : undefined,
    stopped: found.ok ? undefined : derivedClaimRefusalText(found.refusal),
  };
}

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'activity-report.write');
  const form = await readForm(request);
  const pair = { visitId: params['id'] ?? '', instructorId: params['instructor'] ?? '' };
  const here = href(`visits/${pair.visitId}/report/${pair.instructorId}`);
  const again = (message: string, status: number, name?: string) =>
    data<ReportFormState>(
      { texts: {}, errors: [{ message, ...(name && { name }) }], version: Number(textIn(form, 'version')) },
      { status },
    );
  const photoId = textIn(form, 'remove');
  if (photoId !== '') {
    const removed = await removePhoto(ctx, { ...pair, photoId });
    if (!removed.ok) return again(reportStateRefusalText(removed.refusal), 409);
    throw redirect(here);
  }
  const command = (['check', 'return'] as const).find((known) => known === textIn(form, 'step'));
  if (!command) {
    const answer = await takeReport(ctx, form, pair);
    if (answer) return answer;
    throw redirect(here);
  }
  const reason = textIn(form, 'reason').replaceAll('\0', '').trim().slice(0, 500);
  try {
    const answered = await answerReport(ctx, { ...pair, version: Number(textIn(form, 'version')), command, reason });
    if (!answered.ok) return again(reportStateRefusalText(answered.refusal), 409, 'reason');
    throw redirect(here);
  } catch (error) {
    if (error instanceof Conflict) return again(words.conflict, 409);
    throw error;
  }
});

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { label, state, stateText, next, items, photos, form, mayEnter, steps, claim, paperHref, onBehalf } =
    loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={`${words.document}　${label}`}
        status={<ChipLabel tone={state ? reportTones[state] : 'attention'}>{stateText}</ChipLabel>}
        lead={onBehalf ? `${next}（${words.onBehalf}）` : next}
        hasErrors={errors.length > 0}
        action={
          <>
            {claim?.href ? (
              <ButtonLink variant="solid" href={claim.href}>
                {claim.stands ? words.openClaim : words.claim}
              </ButtonLink>
            ) : null}
            {paperHref ? <ButtonLink href={paperHref}>{words.paper}</ButtonLink> : null}
          </>
        }
      />
      <ErrorSummary errors={errors} />
      {claim?.stopped ? (
        <div className="mb-6">
          <Notification kind="warning" title={words.noClaim}>
            {claim.stopped}
          </Notification>
        </div>
      ) : null}
      {steps.length > 0 ? (
        <ReportSteps
          version={form.version}
          steps={steps}
          error={errors.find(({ name }) => name === 'reason')?.message}
        />
      ) : null}
      <DescriptionList items={items} />
      <ReportPhotos photos={photos} mayRemove={mayEnter} />
      {mayEnter ? (
        <Disclosure summary={words.enter} open={errors.length > 0}>
          <ReportForm state={actionData ?? form} isCompact />
        </Disclosure>
      ) : null}
    </>
  );
}

type StepsProps = {
  readonly version: number;
  readonly steps: readonly ('check' | 'return')[];
  readonly error: string | undefined;
};

function ReportSteps({ version, steps, error }: StepsProps) {
  return (
    <section
      aria-labelledby="steps-heading"
      className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden"
    >
      <h2 id="steps-heading" className="mb-2 text-std-18B-160">
        {words.steps}
      </h2>
      <div className="flex flex-col gap-4">
        {steps.includes('check') ? (
          <Form method="post" data-once>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="step" value="check" />
            <Button variant="solid">{words.check}</Button>
          </Form>
        ) : null}
        {steps.includes('return') ? (
          <Disclosure summary={words.return} open={error !== undefined}>
            <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-3">
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="step" value="return" />
              <TextField
                name="reason"
                label={words.reason}
                hint={words.reasonHint}
                required
                width="long"
                autoComplete="off"
                maxLength={500}
                error={error}
              />
              <div>
                <Button>{words.return}</Button>
              </div>
            </Form>
          </Disclosure>
        ) : null}
      </div>
    </section>
  );
}
