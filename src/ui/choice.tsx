import type { ComponentProps, ReactNode } from 'react';

export type ChoiceOption = { readonly value: string; readonly label: ReactNode; readonly note?: ReactNode };

type ChoiceProps = Omit<ComponentProps<'input'>, 'className' | 'disabled' | 'type'> & {
  readonly type: 'checkbox' | 'radio';
  readonly label: ReactNode;
  readonly note?: ReactNode;
};

/** One tick box or radio button with its words; the whole line is the target, at least 44px high (A11-07). */
export function Choice({ type, label, note, ...native }: ChoiceProps) {
  return (
    <label className="flex min-h-11 w-fit items-start gap-2 py-2.5 pr-2">
      <input type={type} className="mt-0.5" {...native} />
      <span className="text-dns-16N-130">
        {label}
        {note ? <span className="mt-1 block text-dns-14N-130 text-solid-gray-700">{note}</span> : null}
      </span>
    </label>
  );
}
