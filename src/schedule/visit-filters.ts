import { programs } from '#dispatch/domain/program.ts';
import { parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { reportLines } from './domain/report-line.ts';
import { replyFilters } from './domain/visit-reply.ts';
import { visitStatuses } from './domain/visit-status.ts';
import type { VisitFilters } from './visit-queries.server.ts';

/** The conditions of an address, and those of its days that could not be read. */
export type ReadFilters = { readonly filters: VisitFilters; readonly unread: readonly ('from' | 'to')[] };

/** Reads the conditions of a list of visits from its address; what is not one of the known words is left out. */
export function readVisitFilters(parameters: URLSearchParams, fiscalYear: number | undefined): ReadFilters {
  const text = (name: string) => parameters.get(name)?.trim() || undefined;
  const choose = <Code extends string>(name: string, choices: readonly { readonly code: Code }[]) =>
    choices.find(({ code }) => code === text(name))?.code;
  const day = (name: string): PlainDate | undefined => {
    const read = parseJapaneseDate(text(name) ?? '');
    return read.ok ? read.value : undefined;
  };
  const filters = {
    fiscalYear,
    from: day('from'),
    to: day('to'),
    program: choose('program', programs),
    kind: choose('kind', organizationKinds),
    line: choose('line', reportLines),
    organization: text('organization')?.split(/\s/u)[0],
    instructor: text('instructor')?.split(/\s/u)[0],
    trade: findTrade(text('trade') ?? '')?.code,
    status: choose('status', visitStatuses),
    reply: choose('reply', replyFilters),
    coordinator: text('coordinator'),
    attendant: text('attendant'),
    q: text('q'),
  };
  const unread = (['from', 'to'] as const).filter((name) => text(name) !== undefined && filters[name] === undefined);
  return { filters, unread };
}

/** Whether anything but the 年度 narrows the list. */
export function isNarrowed({ fiscalYear: _, ...conditions }: VisitFilters): boolean {
  return Object.values(conditions).some((value) => value !== undefined);
}
