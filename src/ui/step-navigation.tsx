import { Icon } from './icon.tsx';
import { stepStateWord, uiText } from './text.ts';

export type Step = {
  readonly label: string;
  readonly state: keyof typeof stepStateWord;
  readonly current?: boolean;
  readonly href?: string | undefined;
  /** A day, a person: one short line under the label. */
  readonly note?: string | undefined;
};

const marks: Record<Step['state'], string> = {
  reached: 'border-solid-gray-800 bg-solid-gray-800 text-white',
  completed: 'border-solid-gray-600 bg-solid-gray-50 text-solid-gray-800',
  editing: 'border-solid-gray-800 bg-white text-solid-gray-800',
  error: 'border-error-1 bg-white text-error-2',
  skipped: 'border-dashed border-solid-gray-600 bg-white text-solid-gray-700',
  upcoming: 'border-solid-gray-420 bg-white text-solid-gray-700',
};

function StepMark({ step, number }: { readonly step: Step; readonly number: number }) {
  const ring = step.current ? 'outline-[0.125rem] outline-offset-[0.125rem] outline-solid-gray-800' : '';
  return (
    <span
      className={`relative z-10 grid size-8 shrink-0 place-content-center rounded-full border-2 text-oln-16B-100 ${marks[step.state]} ${ring}`}
    >
      {step.state === 'completed' ? <Icon name="check" /> : number}
    </span>
  );
}

function StepBody({ step, number }: { readonly step: Step; readonly number: number }) {
  const word = stepStateWord[step.state];
  return (
    <>
      <StepMark step={step} number={number} />
      <span className="desktop:mt-1.5 desktop:text-center">
        <span className={step.current ? 'text-dns-16B-130 text-solid-gray-900' : 'text-dns-16N-130'}>{step.label}</span>
        {step.note ? <span className="block text-dns-14N-130 text-solid-gray-700">{step.note}</span> : null}
        {word === '' ? null : step.state === 'error' || step.state === 'editing' ? (
          <span className="block text-dns-14N-130">{word}</span>
        ) : (
          <span className="sr-only">（{word}）</span>
        )}
      </span>
    </>
  );
}

const stepLook = 'flex items-center gap-3 desktop:flex-col desktop:gap-0';

/** The stations of a record or a form, with the one it stands at (DES-14). Side by side, or one below the other. */
export function StepNavigation({
  steps,
  label = uiText.steps,
}: {
  readonly steps: readonly Step[];
  readonly label?: string;
}) {
  const items = steps.map((step, index) => (
    <li
      key={step.label}
      aria-current={step.current ? 'step' : undefined}
      className="relative flex-1 not-first:before:absolute before:border-solid-gray-420 not-first:before:-top-2 not-first:before:left-4 not-first:before:h-4 not-first:before:border-l desktop:not-first:before:top-4 desktop:not-first:before:right-1/2 desktop:not-first:before:left-auto desktop:not-first:before:h-0 desktop:not-first:before:w-full desktop:not-first:before:border-t desktop:not-first:before:border-l-0"
    >
      {step.href === undefined ? (
        <span className={stepLook}>
          <StepBody step={step} number={index + 1} />
        </span>
      ) : (
        <a href={step.href} className={`${stepLook} text-solid-gray-800 visited:text-solid-gray-800`}>
          <StepBody step={step} number={index + 1} />
        </a>
      )}
    </li>
  ));
  const list = <ol className="flex flex-col gap-2 py-1.5 desktop:flex-row">{items}</ol>;
  return steps.some(({ href }) => href !== undefined) ? (
    <nav aria-label={label}>{list}</nav>
  ) : (
    <div role="group" aria-label={label}>
      {list}
    </div>
  );
}
