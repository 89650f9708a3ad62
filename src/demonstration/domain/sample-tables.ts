import { formatEraDate } from '#kernel/japanese-era.ts';
import { buildOrganizations, ORGANIZATION_HEADER } from './build-organizations.ts';
import { layOutVisits, VISIT_HEADER } from './build-visits.ts';
import { buildLastYear } from './demonstration-office.ts';
import { FAULTY_ORGANIZATION_ROWS } from './faulty-rows.ts';
import { FURTHER_ORGANIZATION_ROSTER } from './organization-roster.ts';

/** 見本のファイル. A file to try the import with; it is written to `samples/` and not loaded. */
export type SampleTable = {
  readonly fileName: string;
  readonly format: 'xlsx' | 'csv-utf8' | 'csv-cp932';
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The sample files: last year's visits with days such as R3.11.16, a dozen further 派遣先, and a list whose mistakes the import names. */
export function buildSampleTables(): readonly SampleTable[] {
  return [
    {
      fileName: '派遣実績_令和3年度.csv',
      format: 'csv-cp932',
      header: VISIT_HEADER,
      rows: layOutVisits(
        buildLastYear(),
        () => '',
        (date) => formatEraDate(date, 'short'),
      ),
    },
    {
      fileName: '派遣先名簿.xlsx',
      format: 'xlsx',
      header: ORGANIZATION_HEADER,
      rows: buildOrganizations(FURTHER_ORGANIZATION_ROSTER),
    },
    {
      fileName: '誤りのある派遣先名簿.csv',
      format: 'csv-utf8',
      header: ORGANIZATION_HEADER,
      rows: FAULTY_ORGANIZATION_ROWS,
    },
  ];
}
