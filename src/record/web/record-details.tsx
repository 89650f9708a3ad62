import { DescriptionList } from '#ui/description-list.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import type { ReactNode } from 'react';
import type { AnyField } from '../domain/field.ts';
import { recordWords } from './text.ts';
import type { FieldGroup } from './record-form.tsx';

type RecordDetailsProps = {
  readonly fields: readonly AnyField[];
  readonly groups: readonly FieldGroup[];
  readonly texts: Readonly<Record<string, string>>;
  /** A link or a longer name in place of a code. */
  readonly shown?: Readonly<Record<string, ReactNode>>;
};

/** Every value of a record, in the groups of its form; a blank one says so instead of vanishing. */
export function RecordDetails({ fields, groups, texts, shown = {} }: RecordDetailsProps) {
  return groups.map(({ heading, keys }) => (
    <section key={heading} className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{heading}</h2>
      <DescriptionList
        columns={2}
        items={fields
          .filter((field) => keys.includes(field.key))
          .map((field) => ({
            term: field.header,
            detail:
              shown[field.key] ?? (texts[field.key] ? withUnit(field, texts[field.key] ?? '') : recordWords.blank),
          }))}
      />
    </section>
  ));
}

function withUnit(field: AnyField, text: string): string {
  return field.unit ? `${text}${field.unit}` : text;
}

export type ShownChange = { readonly label: string; readonly before: string | null; readonly after: string | null };

export type ShownHistory = {
  readonly key: string;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly reason?: string;
  readonly changes: readonly ShownChange[];
};

/** What happened to the record, newest first. */
export function RecordHistory({ history }: { readonly history: readonly ShownHistory[] }) {
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{recordWords.history}</h2>
      <HistoryTimeline entries={history} />
    </section>
  );
}
