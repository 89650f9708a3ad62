import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { TextField } from '#ui/text-field.tsx';
import { planText as words } from '../text.ts';
import type { PlanAnswer, ShownPlan } from './plan-list-page.server.ts';
import { PostForm } from './post-form.tsx';

type PlanCardProps = {
  readonly plan: ShownPlan;
  readonly mayPlan: boolean;
  readonly answer: PlanAnswer | undefined;
};

/** One 割当案: in what it differs, how its last calculation ended, and what can be done with it. */
export function PlanCard({ plan, mayPlan, answer }: PlanCardProps) {
  const { name, isBase, differences, state, quality, finished, watchHref, openHref, settingsHref } = plan;
  return (
    <li className="flex break-inside-avoid flex-col gap-2 rounded-12 border border-solid-gray-420 p-4">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-std-18B-160">
        {openHref === undefined ? name : <a href={openHref}>{name}</a>}
        {isBase && name !== words.base ? <ChipLabel>{words.base}</ChipLabel> : null}
        {state ? <ChipLabel tone={state.tone}>{state.label}</ChipLabel> : <ChipLabel>{words.neverRun}</ChipLabel>}
        {quality ? <span className="text-dns-16B-130">{quality}</span> : null}
      </h3>
      {isBase ? null : (
        <p>
          {words.differences}：{differences.length === 0 ? words.noDifference : differences.join('、')}
        </p>
      )}
      {isBase || plan.changes.length === 0 ? null : (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <ChipLabel tone="attention">{words.changedCopy}</ChipLabel>
          <span>{plan.changes.join('、')}</span>
        </p>
      )}
      {finished ? <p className="text-dns-14N-130 text-solid-gray-700">{finished}</p> : null}
      <div className="mt-auto flex flex-wrap items-center gap-3 pt-2">
        {watchHref === undefined ? null : (
          <ButtonLink variant="solid" href={watchHref}>
            {words.watch}
          </ButtonLink>
        )}
        {mayPlan && watchHref === undefined ? (
          <PostForm fields={{ intent: 'run', plan: plan.id, 'idempotency-key': plan.runKey }}>
            <Button
              variant={isBase ? 'solid' : 'outline'}
              aria-label={`${name}を${state ? words.recompute : words.compute}`}
            >
              {state ? words.recompute : words.compute}
            </Button>
          </PostForm>
        ) : null}
        {openHref === undefined ? null : (
          <ButtonLink href={openHref} aria-label={`${name}の${words.open}`}>
            {words.open}
          </ButtonLink>
        )}
        <ButtonLink variant="text" href={settingsHref} aria-label={`${name}の${words.settings}`}>
          {words.settings}
        </ButtonLink>
        {mayPlan && !isBase ? (
          <PostForm fields={{ intent: 'delete', plan: plan.id, version: String(plan.version) }}>
            <Button variant="text" aria-label={`${name}を${words.remove}`}>
              {words.remove}
            </Button>
          </PostForm>
        ) : null}
      </div>
      {mayPlan ? <CopyForm plan={plan} answer={answer?.plan === plan.id ? answer : undefined} /> : null}
    </li>
  );
}

type CopyFormProps = { readonly plan: ShownPlan; readonly answer: PlanAnswer | undefined };

function CopyForm({ plan, answer }: CopyFormProps) {
  return (
    <div className="print:hidden">
      <Disclosure
        summary={
          <>
            {words.copy}
            <span className="sr-only">（{plan.name}）</span>
          </>
        }
        open={answer !== undefined}
      >
        <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-3">
          <p>{words.copyLead}</p>
          <input type="hidden" name="intent" value="copy" />
          <input type="hidden" name="plan" value={plan.id} />
          <input type="hidden" name="idempotency-key" value={plan.copyKey} />
          <TextField
            id={answer ? undefined : `copy-${plan.id}`}
            name="name"
            label={words.copyName}
            required
            hint={words.copyNameHint}
            width="long"
            autoComplete="off"
            defaultValue={answer?.name ?? ''}
            error={answer?.errors.find(({ name }) => name === 'name')?.message}
          />
          <div>
            <Button>{words.makeCopy}</Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
