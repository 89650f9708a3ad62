import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Cell, DocumentModel } from '#platform/document-rendering/document-model.ts';
import { instantText } from '#platform/instant-text.ts';
import { retentionKinds } from '../domain/retention-period.ts';
import type { RetentionItem, RetentionPlan } from '../domain/retention-record.ts';
import { planLabel, retentionText as words } from '../text.ts';

type Paper = {
  readonly plan: RetentionPlan;
  readonly items: readonly RetentionItem[];
  /** The corner, as it signs. */
  readonly office: readonly string[];
  readonly today: PlainDate;
};

/** 廃棄証明書, or before that the list to be approved: what, of which 年度, how many. No person's value stands in it. */
export function buildRetentionPaper({ plan, items, office, today }: Paper): DocumentModel {
  const isErased = plan.state === 'erased';
  return {
    title: isErased ? words.certificate : words.paper,
    byline: [formatEraDate(today), ...office],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: isErased ? words.certificateLead : words.paperLead },
      {
        kind: 'table',
        caption: planLabel(plan),
        widths: [40, 24, 12, 12, 12],
        header: [words.kind, words.baseYear, isErased ? words.erasedCount : words.count, words.heldCount, words.files],
        rows: countRows(items, isErased).map((row) =>
          row.map((text, index) => toCell(text, { heads: index === 0, align: index > 1 ? 'end' : 'start' })),
        ),
      },
      ...people(plan).map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'note', text: words.paperNote },
    ],
  };
}

function countRows(items: readonly RetentionItem[], isErased: boolean): readonly (readonly string[])[] {
  return retentionKinds.flatMap((kind) => {
    const ofKind = items.filter((item) => item.kind === kind);
    const years = [...new Set(ofKind.map(({ baseYear }) => baseYear))].toSorted((left, right) => left - right);
    return years.map((year) => {
      const ofYear = ofKind.filter(({ baseYear }) => baseYear === year);
      const counted = ofYear.filter((item) => (isErased ? item.erasedAt !== null : item.holdReason === null));
      const held = ofYear.filter(({ holdReason }) => holdReason !== null);
      const files = ofYear.reduce((sum, each) => sum + each.files, 0);
      return [
        words.kinds[kind],
        fiscalYearLabel(year),
        `${counted.length}`,
        `${held.length}`,
        isErased ? `${files}` : '―',
      ];
    });
  });
}

function people({ drafterName, draftedAt, approverName, approvedAt, eraserName, erasedAt }: RetentionPlan) {
  const line = (what: string, name: string | null, at: string | null) =>
    name === null || at === null ? [] : [`${what}　${name}（${instantText(at)}）`];
  return [
    ...line(words.drafted, drafterName, draftedAt),
    ...line(words.approved, approverName, approvedAt),
    ...line(words.erased, eraserName, erasedAt),
  ];
}

function toCell(text: string, { heads, align }: { readonly heads: boolean; readonly align: 'start' | 'end' }): Cell {
  return { blocks: [{ kind: 'paragraph', text }], heads, align };
}
