import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { UnmappableCharacters } from '#platform/tabular/unmappable-characters.ts';
import type { SheetColumn, SheetValue } from '#platform/tabular/write-sheet-cell.ts';
import { writeCsv, writeXlsx } from '#platform/tabular/write-table.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { areaOf, listAreas, OUTSIDE, type CornerArea } from '#scouting/domain/corner-area.ts';
import { loadRecipients } from './recipient-store.server.ts';
import { loadSurvey, type StoredSurvey } from './demand-survey-store.server.ts';
import {
  listResponseRates,
  tabulateDemand,
  type CountedWish,
  type DemandCell,
  type ResponseRate,
} from './domain/demand-results.ts';
import { recipientClassLabel, type RecipientClass } from './domain/recipient-class.ts';
import { recipientStateOf } from './domain/recipient.ts';
import { resultText as words } from './result-text.ts';

/** A wish with whose it is. */
export type NamedWish = CountedWish & {
  readonly recipientId: string;
  readonly number: string;
  readonly host: string;
  readonly class: RecipientClass;
  readonly municipalityCode: string;
  readonly audience: string | null;
  readonly trainees: number | null;
  readonly content: string | null;
  readonly answeredOn: PlainDate;
  readonly request: { readonly id: string; readonly number: string } | undefined;
};

export type DemandResults = {
  readonly survey: StoredSurvey;
  readonly areas: readonly CornerArea[];
  readonly rates: readonly ResponseRate[];
  readonly cells: readonly DemandCell[];
  readonly wishes: readonly NamedWish[];
};

/** The results of a survey: every figure is counted from the wishes and recipients it leads to. */
export async function getDemandResults(ctx: Context, surveyId: string): Promise<DemandResults> {
  requirePermission(ctx, 'demand-survey.read');
  const survey = await loadSurvey(ctx.db, surveyId);
  const areas = [...listAreas(ctx.corner), OUTSIDE];
  const wishes = await loadNamedWishes(ctx, surveyId, areas);
  const recipients = await loadRecipients(ctx.db, { surveyId });
  const wanting = new Set(wishes.map(({ recipientId }) => recipientId));
  const rates = listResponseRates(
    recipients.map((recipient) => ({
      class: recipient.class,
      state: recipientStateOf(recipient),
      wants: recipient.answeredOn === null ? null : wanting.has(recipient.id),
    })),
  );
  return { survey, areas, rates, cells: tabulateDemand(wishes), wishes };
}

async function loadNamedWishes(
  ctx: Context,
  surveyId: string,
  areas: readonly CornerArea[],
): Promise<readonly NamedWish[]> {
  const rows = await ctx.db
    .selectFrom('demand_wish')
    .innerJoin('demand_answer', 'demand_answer.recipient_id', 'demand_wish.recipient_id')
    .innerJoin('demand_recipient', 'demand_recipient.recipient_id', 'demand_wish.recipient_id')
    .innerJoin('organization', 'organization.organization_id', 'demand_recipient.organization_id')
    .leftJoin('request', (join) =>
      join.onRef('request.request_id', '=', 'demand_wish.request_id').on('request.deleted_at', 'is', null),
    )
    .select([
      'demand_wish.wish_id as id',
      'demand_wish.recipient_id as recipientId',
      'demand_recipient.number',
      'organization.name as host',
      sql<RecipientClass>`demand_recipient.class`.as('class'),
      'demand_recipient.municipality_code as municipalityCode',
      'demand_wish.trade_code as tradeCode',
      'demand_wish.sessions',
      'demand_wish.months',
      'demand_wish.audience',
      'demand_wish.trainees',
      'demand_wish.content',
      sql<PlainDate>`demand_answer.answered_on`.as('answeredOn'),
      'request.request_id as requestId',
      'request.number as requestNumber',
    ])
    .where('demand_recipient.survey_id', '=', surveyId)
    .orderBy('demand_recipient.number')
    .orderBy('demand_wish.place')
    .execute();
  return rows.map(({ requestId, requestNumber, ...wish }) => ({
    ...wish,
    area: areaOf(wish.municipalityCode, areas),
    isRequested: requestId !== null,
    request: requestId === null ? undefined : { id: requestId, number: requestNumber ?? '' },
  }));
}

export type ResultsFile = {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: 'utf8' | 'cp932';
  /** Writes 〓 for what CP932 lacks: the person's own choice after seeing how much it is (DAT-12). */
  readonly replaceUnmappable: boolean;
};

/** The wishes of a survey as a table, one wish a line (DAT-01); that they were taken out is logged (SEC-11). */
export async function exportWishes(
  ctx: Context,
  surveyId: string,
  file: ResultsFile,
): Promise<Result<Uint8Array, UnmappableCharacters>> {
  requirePermission(ctx, 'transfer.export');
  const { survey, wishes } = await getDemandResults(ctx, surveyId);
  const written = await writeWishes(survey, wishes, file);
  if (!written.ok) return written;
  await inTransaction(ctx, async (tx) => {
    const entity = { kind: 'demand-survey', id: surveyId, label: survey.number };
    const after = { format: file.format, count: wishes.length };
    await recordAudit(tx, ctx, [{ action: 'exported', entity, after }]);
  });
  return accept(written.value);
}

/** How many characters of the table CP932 lacks; nothing leaves yet. */
export async function countUnmappable(ctx: Context, surveyId: string): Promise<number> {
  requirePermission(ctx, 'transfer.export');
  const { survey, wishes } = await getDemandResults(ctx, surveyId);
  const trial = await writeWishes(survey, wishes, { format: 'csv', encoding: 'cp932', replaceUnmappable: false });
  return trial.ok ? 0 : trial.refusal.count;
}

const columns: readonly SheetColumn[] = [
  { header: words.columns.number, kind: 'text' },
  { header: words.columns.fiscalYear, kind: 'integer' },
  { header: words.columns.host, kind: 'text' },
  { header: words.columns.class, kind: 'text' },
  { header: words.columns.municipalityCode, kind: 'text' },
  { header: words.columns.municipality, kind: 'text' },
  { header: words.columns.area, kind: 'text' },
  { header: words.columns.trade, kind: 'text' },
  { header: words.columns.sessions, kind: 'integer' },
  { header: words.columns.months, kind: 'text' },
  { header: words.columns.audience, kind: 'text' },
  { header: words.columns.trainees, kind: 'integer' },
  { header: words.columns.content, kind: 'text' },
  { header: words.columns.answeredOn, kind: 'date' },
  { header: words.columns.request, kind: 'text' },
];

/** Columns that people type into: a spreadsheet must not take their text for a formula (DAT-06). */
const freeTextColumns = [2, 10, 12];

function writeWishes(
  survey: StoredSurvey,
  wishes: readonly NamedWish[],
  { format, encoding, replaceUnmappable }: ResultsFile,
): Promise<Result<Uint8Array, UnmappableCharacters>> {
  const rows = wishes.map((wish): readonly SheetValue[] => [
    wish.number,
    survey.fiscalYear,
    wish.host,
    recipientClassLabel(wish.class),
    wish.municipalityCode,
    findMunicipality(wish.municipalityCode)?.name ?? '',
    wish.area.name,
    findTrade(wish.tradeCode)?.name ?? wish.tradeCode,
    wish.sessions,
    wish.months.join(';'),
    wish.audience,
    wish.trainees,
    wish.content,
    wish.answeredOn,
    wish.request?.number ?? null,
  ]);
  if (format === 'xlsx') return writeXlsx({ sheetName: words.sheet, columns, rows });
  const cells = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  const header = columns.map((column) => column.header);
  return Promise.resolve(writeCsv({ header, rows: cells, encoding, freeTextColumns, replaceUnmappable }));
}
