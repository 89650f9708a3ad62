import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button, ButtonLink } from './button.tsx';
import { type DescriptionItem, DescriptionList } from './description-list.tsx';
import { type FormError, ErrorSummary } from './error-summary.tsx';
import { Notification } from './notification.tsx';
import { PageHeader } from './page-header.tsx';
import { uiText } from './text.ts';

export type DialogPageProps = {
  /** The question: 「要請を取り下げますか」. */
  readonly title: string;
  /** What the act does and whether it can be undone. */
  readonly warning: string;
  readonly detail?: ReactNode;
  /** What it is done to, and how many (FRM-31). */
  readonly target: readonly DescriptionItem[];
  readonly action?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Further questions, such as the reason. */
  readonly children?: ReactNode;
  readonly errors?: readonly FormError[];
  /** Names the act: 「取り下げる」, never 「はい」. */
  readonly confirmLabel: string;
  readonly cancelHref: string;
  readonly cancelLabel?: string;
};

/** A confirmation as a page of its own, for the acts that need one (FRM-31). Works without JavaScript. */
export function DialogPage(props: DialogPageProps) {
  const { title, warning, detail, target, action, hidden = {}, children, errors = [], confirmLabel } = props;
  return (
    <div className="max-w-3xl">
      <PageHeader title={title} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <Notification kind="warning" title={warning}>
        {detail}
      </Notification>
      <div className="mt-6">
        <DescriptionList items={target} />
      </div>
      <Form method="post" {...(action === undefined ? {} : { action })} className="mt-6 flex flex-col gap-6">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="flex flex-wrap gap-4">
          <Button variant="solid">{confirmLabel}</Button>
          <ButtonLink href={props.cancelHref}>{props.cancelLabel ?? uiText.cancel}</ButtonLink>
        </div>
      </Form>
    </div>
  );
}
