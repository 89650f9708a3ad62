import { stateNames } from '#certification/text.ts';
import { courseKindLabel, courseModeLabel, courseStateLabel, daysText } from '#course/text.ts';
import { programLabel } from '#dispatch/domain/program.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { countText } from '#record/list-address.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { visitStatusLabel } from '#schedule/domain/visit-status.ts';
import { scoutingVisitStatusLabel } from '#scouting/domain/scouting-visit-status.ts';
import type { SearchResults } from './search-queries.server.ts';
import { deskText } from './text.ts';
import { workText as words } from './work-text.ts';

/** One record that was found. */
export type FoundRecord = {
  readonly id: string;
  readonly href: string;
  readonly number: string;
  readonly name: string;
  readonly detail: string;
};

/** What was found of one kind, and where all of it is. */
export type ResultGroup = {
  readonly title: string;
  /** Header of the column of details. */
  readonly detail: string;
  readonly items: readonly FoundRecord[];
  readonly allHref: string | undefined;
};

type Address = { readonly q: string; readonly href: (path: string) => string };

/** What was found, kind by kind, as the page shows it. */
export function listResultGroups(found: SearchResults, address: Address): readonly ResultGroup[] {
  return [
    organizationGroup(found.organizations, address),
    instructorGroup(found.instructors, address),
    ...(found.certifications ? [certificationGroup(found.certifications, address)] : []),
    requestGroup(found.requests, address),
    visitGroup(found.visits, address),
    ...(found.scoutingVisits ? [scoutingVisitGroup(found.scoutingVisits, address)] : []),
    ...(found.leads ? [leadGroup(found.leads, address)] : []),
    ...(found.courses ? [courseGroup(found.courses, address)] : []),
  ];
}

function organizationGroup({ rows, ...count }: SearchResults['organizations'], address: Address): ResultGroup {
  return {
    title: words.found(deskText.organizations, countText(count)),
    detail: words.columns.kind,
    items: rows.map(({ id, number, name, kind, municipalityCode }) => ({
      id,
      number,
      name,
      href: address.href(`organizations/${id}`),
      detail: joined(
        organizationKinds.find(({ code }) => code === kind)?.label ?? kind,
        findMunicipality(municipalityCode)?.name ?? '',
      ),
    })),
    allHref: count.count > rows.length ? listHref('organizations', address) : undefined,
  };
}

function instructorGroup({ rows, ...count }: SearchResults['instructors'], address: Address): ResultGroup {
  return {
    title: words.found(deskText.instructors, countText(count)),
    detail: words.columns.trade,
    items: rows.map(({ id, number, name, tradeCodes }) => ({
      id,
      number,
      name,
      href: address.href(`instructors/${id}`),
      detail: tradeCodes.map(tradeName).join('、'),
    })),
    allHref: count.count > rows.length ? listHref('instructors', address) : undefined,
  };
}

function requestGroup({ rows, ...count }: SearchResults['requests'], address: Address): ResultGroup {
  return {
    title: words.found(deskText.requests, countText(count)),
    detail: words.columns.programAndTrade,
    items: rows.map(({ id, number, organizationName, program, tradeCode }) => ({
      id,
      number,
      name: organizationName,
      href: address.href(`requests/${id}`),
      detail: joined(programLabel(program), tradeName(tradeCode)),
    })),
    allHref: count.count > rows.length ? listHref('requests', address) : undefined,
  };
}

function visitGroup({ rows, more }: SearchResults['visits'], address: Address): ResultGroup {
  return {
    title: words.foundVisits(more),
    detail: words.columns.dayAndProgram,
    items: rows.map(({ id, number, organizationName, visitOn, program, status }) => ({
      id,
      number,
      name: organizationName,
      href: address.href(`visits/${id}`),
      detail: joined(formatSlashDate(plainDate(visitOn)), programLabel(program), visitStatusLabel(status)),
    })),
    allHref: more ? listHref('visits', address) : undefined,
  };
}

type Kind<Name extends keyof SearchResults> = NonNullable<SearchResults[Name]>;

function certificationGroup({ rows, ...count }: Kind<'certifications'>, address: Address): ResultGroup {
  return {
    title: words.found(deskText.certifications, countText(count)),
    detail: words.columns.stateAndTrade,
    items: rows.map(({ id, number, name, state, trades, employer }) => ({
      id,
      number,
      name,
      href: address.href(`certifications/${id}`),
      detail: joined(stateNames[state], trades.map(tradeName).join('、'), employer ?? ''),
    })),
    allHref: count.count > rows.length ? listHref('certifications', address) : undefined,
  };
}

function scoutingVisitGroup({ rows, ...count }: Kind<'scoutingVisits'>, address: Address): ResultGroup {
  return {
    title: words.found(words.scoutingVisits, countText(count)),
    detail: words.columns.dayAndCoordinator,
    items: rows.map(({ id, number, host, visitOn, status, coordinator }) => ({
      id,
      number,
      name: host,
      href: address.href(`scouting/${id}`),
      detail: joined(formatSlashDate(visitOn), scoutingVisitStatusLabel(status), coordinator),
    })),
    allHref: count.count > rows.length ? listHref('scouting', address) : undefined,
  };
}

function leadGroup({ rows, ...count }: Kind<'leads'>, address: Address): ResultGroup {
  return {
    title: words.found(words.leads, countText(count)),
    detail: words.columns.municipalityAndTrade,
    items: rows.map(({ id, number, name, municipalityCode, trades }) => ({
      id,
      number,
      name,
      href: address.href(`scouting/leads/${id}`),
      detail: joined(findMunicipality(municipalityCode)?.name ?? '', trades.map(tradeName).join('、')),
    })),
    allHref: count.count > rows.length ? listHref('scouting/leads', address) : undefined,
  };
}

function courseGroup({ rows, ...count }: Kind<'courses'>, address: Address): ResultGroup {
  return {
    title: words.found(deskText.courses, countText(count)),
    detail: words.columns.placeAndState,
    items: rows.map(({ id, kind, firstDay, lastDay, place, mode, state }) => ({
      id,
      number: daysText(firstDay, lastDay),
      name: courseKindLabel(kind),
      href: address.href(`courses/${id}`),
      detail: joined(place ?? courseModeLabel(mode), courseStateLabel(state)),
    })),
    allHref: count.count > rows.length ? listHref('courses', address) : undefined,
  };
}

function tradeName(code: string): string {
  return findTrade(code)?.name ?? code;
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('　');
}

function listHref(path: string, { q, href }: Address): string {
  return `${href(path)}?${new URLSearchParams({ q }).toString()}`;
}
