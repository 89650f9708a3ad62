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
