import type { Permission } from './permission/permission-table.ts';

/** The record that an address names does not exist in this corner. */
export class NotFound extends Error {
  readonly kind: string;
  constructor(kind: string, id: string) {
    super(`${kind} ${id} not found`);
    this.kind = kind;
  }
}

/** The person may not do this here. The edge answers 403 and the attempt is logged. */
export class Forbidden extends Error {
  readonly permission: Permission;
  constructor(permission: Permission, actorId: string, corner: string) {
    super(`${actorId} may not ${permission} in corner ${corner}`);
    this.permission = permission;
  }
}

/** Classes of SQLSTATE in which the database tells that a value itself is at fault: no place for it, or too long for an index. */
const VALUE_AT_FAULT = /^(22|54)/u;

/**
 * Whether the database had no place for a value: a NUL, a number beyond its type, a text longer than an index holds.
 * Fields refuse such values with words of their own; for everything else that an address or a form carries, the edge
 * answers that it cannot read it.
 */
export function isUnstorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && VALUE_AT_FAULT.test(String(error.code));
}

/** Someone else changed the record since the person opened it. */
export class Conflict extends Error {
  readonly kind: string;
  readonly id: string;
  constructor(kind: string, id: string, expectedVersion: number, version: number) {
    super(`${kind} ${id} is at version ${version}, not ${expectedVersion}`);
    this.kind = kind;
    this.id = id;
  }
}
