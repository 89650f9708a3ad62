import { organizationKinds } from '#organization/domain/organization-kind.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import type { VisitKnown } from '#schedule/domain/visit.ts';
import { boothLines } from './booth.ts';
import type { OutreachEvent } from './outreach-fields.ts';
import type { OutreachForm } from './outreach-form.ts';
import { outreachKindLabel, outreachKindOf, type OutreachKind } from './outreach-kind.ts';

/**
 * The rules of an event beyond those of its visit (domain.md §5.4): the host is one of its kind, so that the event is counted
 * in the line that its name says, and the place is in a municipality that there is.
 */
export function checkOutreach(event: OutreachEvent, { hosts }: Pick<VisitKnown, 'hosts'>): readonly FieldProblem[] {
  return [...checkHost(event, hosts), ...checkPlace(event)];
}

function checkHost({ organizationNumber, kind }: OutreachEvent, hosts: VisitKnown['hosts']): readonly FieldProblem[] {
  const host = hosts.get(organizationNumber);
  if (!host || kind === null) return [];
  const fitting: readonly string[] = outreachKindOf(kind).hosts;
  if (fitting.includes(host.kind)) return [];
  const labelOf = (code: string) => organizationKinds.find((known) => known.code === code)?.label ?? code;
  const problem = {
    kind: 'unfit-host',
    value: organizationNumber,
    hostKind: labelOf(host.kind),
    event: outreachKindLabel(kind),
    hostKinds: fitting.map(labelOf),
  } as const;
  return [{ key: 'organizationNumber', header: '派遣先番号', problem }];
}

function checkPlace({ municipalityCode }: OutreachEvent): readonly FieldProblem[] {
  if (municipalityCode === null || findMunicipality(municipalityCode)) return [];
  const problem = { kind: 'unknown-code', value: municipalityCode, code: municipalityCode } as const;
  return [{ key: 'municipalityCode', header: '会場の市区町村コード', problem }];
}

/** A fair has a booth, and each has a name, a trade and somebody who leads it; each problem stands at its line. */
export function checkBoothLines(form: OutreachForm, kind: OutreachKind): readonly FieldProblem[] {
  if (kind !== 'fair') return [];
  const isFilled = (key: string) => form[key] !== null && form[key] !== undefined;
  const used = boothLines.filter(({ keys }) => Object.values(keys).some(isFilled));
  const needed = used.length === 0 ? boothLines.slice(0, 1) : used;
  return needed.flatMap(({ keys, headers }) =>
    (['name', 'trade', 'instructors'] as const).flatMap((part): FieldProblem[] =>
      isFilled(keys[part]) ? [] : [{ key: keys[part], header: headers[part], problem: { kind: 'missing' } }],
    ),
  );
}

/**
 * Puts what the rules of a visit found at the field that the person sees: of a fair somebody's clash stands at their booth;
 * the 事業区分, which the kind decides, stands at the request that contradicts it.
 */
export function placeProblems(form: OutreachForm, problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.map((found): FieldProblem => {
    if (found.key === 'program') return { ...found, key: 'requestNumber' };
    if (found.key !== 'instructorNumbers' || 'instructorNumbers' in form) return found;
    const value = 'value' in found.problem ? found.problem.value : '';
    const line = boothLines.find(({ keys }) => (form[keys.instructors] as readonly string[] | null)?.includes(value));
    return line ? { ...found, key: line.keys.instructors, header: line.headers.instructors } : found;
  });
}
