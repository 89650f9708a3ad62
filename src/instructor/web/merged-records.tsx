import type { ShownHistory } from '#record/web/record-details.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import { mergeText as words } from '../merge-text.ts';

type MergedRecordsProps = {
  readonly merged: readonly {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly nameKana: string;
    readonly history: readonly ShownHistory[];
  }[];
};

/** The records that were given up for this one, each with what had happened to it. */
export function MergedRecords({ merged }: MergedRecordsProps) {
  if (merged.length === 0) return null;
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{words.mergedRecords}</h2>
      {merged.map((record) => (
        <Disclosure key={record.id} summary={words.mergedLine(record)}>
          <HistoryTimeline entries={record.history} />
        </Disclosure>
      ))}
    </section>
  );
}
