import type { ReactNode } from 'react';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { ScoutingVisitStatus } from '../domain/scouting-visit-status.ts';
import type { ScoutingVisitRow } from '../scouting-visit-queries.server.ts';
import { scoutingText as words } from '../text.ts';
import { ScoutingStatusChip } from './scouting-status-chip.tsx';

/** A visit as tables show it. */
export type ShownScoutingVisit = {
  readonly id: string;
  readonly number: string;
  readonly day: string;
  readonly time: string;
  readonly status: ScoutingVisitStatus;
  readonly host: string;
  readonly municipality: string;
  readonly coordinator: string;
  readonly needs: string;
  readonly candidateCount: number;
  readonly next: string;
  readonly href: string;
};

/** The words of a row: names for codes, days as staff write them. */
export function showScoutingVisit(row: ScoutingVisitRow, href: (path: string) => string): ShownScoutingVisit {
  const nextOn = row.nextOn === null ? '' : `${formatSlashDate(row.nextOn)} `;
  return {
    id: row.id,
    number: row.number,
    day: formatSlashDate(row.visitOn),
    time: row.startsAt ?? '',
    status: row.status,
    host: row.host,
    municipality: findMunicipality(row.municipalityCode)?.name ?? row.municipalityCode,
    coordinator: row.coordinator,
    needs: (row.needs ?? []).map(tradeName).join('、'),
    candidateCount: row.candidateCount,
    next: row.nextStep === null ? '' : `${nextOn}${row.nextStep}`,
    href: href(`scouting/${row.id}`),
  };
}

type ScoutingVisitTableProps = {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly rows: readonly ShownScoutingVisit[];
  /** The sort link of the day, where the table can be turned round. */
  readonly daySort?: { readonly href: string; readonly direction: 'ascending' | 'descending' };
};

/** Visits as a table; on a phone each is a block of lines. */
export function ScoutingVisitTable({
  caption,
  captionHidden = false,
  rows,
  daySort,
}: ScoutingVisitTableProps): ReactNode {
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'day', header: words.day, cell: (row) => row.day, keepTogether: true, sort: daySort },
        {
          key: 'host',
          header: words.host,
          cell: (row) => <a href={row.href}>{row.host}</a>,
          rowHeader: true,
        },
        { key: 'municipality', header: words.municipality, cell: (row) => row.municipality },
        { key: 'coordinator', header: words.coordinator, cell: (row) => row.coordinator, keepTogether: true },
        { key: 'needs', header: words.needs, cell: (row) => row.needs },
        {
          key: 'candidates',
          header: words.candidates,
          cell: (row) => words.people(row.candidateCount),
          align: 'end',
          keepTogether: true,
        },
        { key: 'next', header: words.nextStep, cell: (row) => row.next },
        {
          key: 'status',
          header: words.status,
          cell: (row) => <ScoutingStatusChip status={row.status} />,
          keepTogether: true,
        },
      ]}
    />
  );
}
