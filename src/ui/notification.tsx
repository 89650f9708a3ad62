import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { kindWord } from './text.ts';

export type NotificationKind = keyof typeof kindWord;

export type NotificationProps = {
  readonly kind: NotificationKind;
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do about it: buttons or links. */
  readonly actions?: ReactNode;
  /** Read aloud when it appears after an act of the person on this page. */
  readonly announce?: boolean;
};

const looks: Record<NotificationKind, { readonly box: string; readonly icon: string }> = {
  info: { box: 'border-key-900', icon: 'text-key-900' },
  success: { box: 'border-success-2', icon: 'text-success-2' },
  warning: { box: 'border-warning-yellow-2', icon: 'text-warning-yellow-2' },
  error: { box: 'border-error-1', icon: 'text-error-1' },
};

/** A message in the flow of the page, beside what it is about; it stays until the page changes (A11-21, A11-22). */
export function Notification({ kind, title, children, actions, announce = false }: NotificationProps) {
  const look = looks[kind];
  return (
    <div
      role={announce ? (kind === 'error' ? 'alert' : 'status') : undefined}
      className={`flex break-inside-avoid gap-3 rounded-12 border-2 bg-white p-4 ${look.box}`}
    >
      <span className={look.icon}>
        <Icon name={kind} large />
      </span>
      <div className="min-w-0 grow">
        <p className="text-std-17B-170 text-solid-gray-900">
          <span className="sr-only">{kindWord[kind]}：</span>
          {title}
        </p>
        {children ? <div className="mt-1">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-3">{actions}</div> : null}
      </div>
    </div>
  );
}
