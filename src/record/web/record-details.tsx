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
  /** What a value is called where a name stands in place of a code: 派遣先 instead of 派遣先番号. */
  readonly terms?: Readonly<Record<string, string>>;
};

/** Every value of a record, in the groups of its form; a blank one says so instead of vanishing. */
export function RecordDetails({ fields, groups, texts, shown = {}, terms = {} }: RecordDetailsProps) {
  return groups.map(({ heading, keys }) => (
    <section key={heading} className="mb-6 print:break-inside-avoid">
      <h2 className="text-std-18B-160 mb-2">{heading}</h2>
      <DescriptionList
        columns={2}
        items={fields
          .filter((field) => keys.includes(field.key))
          .map((field) => ({
            term: terms[field.key] ?? headerWithoutUnit(field),
            detail:
              shown[field.key] ?? (texts[field.key] ? withUnit(field, texts[field.key] ?? '') : recordWords.blank),
          }))}
      />
    </section>
  ));
}

function withUnit({ codec, unit }: AnyField, text: string): string {
  const shown = codec.control === 'integer' && unit ? Number(text).toLocaleString('ja-JP') : text;
  return unit ? `${shown}${unit}` : shown;
}

/** 「資本金(円)」 is the column of files; beside a value that has its unit it is 「資本金」. */
function headerWithoutUnit({ header, unit }: AnyField): string {
  return unit ? header.replace(`(${unit})`, '') : header;
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
