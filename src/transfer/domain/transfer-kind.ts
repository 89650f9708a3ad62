import { accept, refuse, type Result } from '#kernel/result.ts';
import { findNearest } from '#reference/domain/edit-distance.ts';

/**
 * 取込・書出の種類, by the contract's names (contract.md §1, §3); 開拓 and 認定申請 are our own. `year` says what a 年度 means to the kind: nothing, a
 * limit on what is exported and a check of what is imported, or a part of the record's own number.
 */
export const transferKinds = [
  { name: 'organizations', year: 'none' },
  { name: 'instructors', year: 'none' },
  { name: 'requests', year: 'limits' },
  { name: 'visits', year: 'limits' },
  { name: 'plan-items', year: 'required' },
  { name: 'scouting-leads', year: 'none' },
  { name: 'scouting-visits', year: 'limits' },
  { name: 'scouting-territories', year: 'none' },
  { name: 'certifications', year: 'none' },
  { name: 'surveys', year: 'limits' },
] as const;

export type TransferKind = (typeof transferKinds)[number];
export type TransferKindName = TransferKind['name'];

/** Words of the contract that this version does not take yet. */
export const laterKinds = ['measures', 'kpis'] as const;

export type TransferKindRefusal =
  | { readonly kind: 'later-kind'; readonly name: (typeof laterKinds)[number] }
  | { readonly kind: 'unknown-kind'; readonly name: string; readonly suggestion: string | undefined };

const LARGEST_SLIP = 3;

/** The kind that a command line or an address names. */
export function parseTransferKind(name: string): Result<TransferKind, TransferKindRefusal> {
  const known = transferKinds.find((kind) => kind.name === name);
  if (known) return accept(known);
  const later = laterKinds.find((word) => word === name);
  if (later) return refuse({ kind: 'later-kind', name: later });
  const names = transferKinds.map((kind) => [kind.name, kind.name] as const);
  return refuse({ kind: 'unknown-kind', name, suggestion: findNearest(name, names, LARGEST_SLIP) });
}
