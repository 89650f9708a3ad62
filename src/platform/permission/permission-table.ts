/** Who works at the desk (design.md §4). Outsiders have no role: they act by a link of their own. */
export const roles = [
  'system',
  'center',
  'chief',
  'officer',
  'clerk',
  'coordinator',
  'auditor',
  'measureOwner',
  'instructor',
] as const;
export type Role = (typeof roles)[number];

/**
 * How far a permission reaches: every corner (the operator), the corner the person works for, the one record that the
 * person is (an instructor), or sums without any person's data (the Center over the corners, SEC-13).
 */
export type Scope = 'any-corner' | 'own-corner' | 'own-record' | 'aggregate-only';

type Grants = Readonly<Partial<Record<Role, Scope>>>;

const staffReads = {
  system: 'any-corner',
  chief: 'own-corner',
  officer: 'own-corner',
  clerk: 'own-corner',
  coordinator: 'own-corner',
  auditor: 'own-corner',
} as const satisfies Grants;

const staffWrites = {
  system: 'any-corner',
  chief: 'own-corner',
  officer: 'own-corner',
  clerk: 'own-corner',
  coordinator: 'own-corner',
} as const satisfies Grants;

const officersDo = { system: 'any-corner', chief: 'own-corner', officer: 'own-corner' } as const satisfies Grants;

/** The Center looks at the applications of every corner, and at nothing else of its persons (SEC-13). */
const centerReviews = { system: 'any-corner', center: 'any-corner' } as const satisfies Grants;

const chiefsDo = { system: 'any-corner', chief: 'own-corner' } as const satisfies Grants;

const paymentsDo = { system: 'any-corner', chief: 'own-corner', clerk: 'own-corner' } as const satisfies Grants;

/** The one table of who may do what. Pages, API, command line and tests read it; use cases enforce it. */
export const permissionTable = {
  'organization.read': staffReads,
  'organization.write': staffWrites,
  'organization.delete': officersDo,
  'instructor.read': staffReads,
  'instructor.write': officersDo,
  'instructor.delete': officersDo,
  'instructor.merge': officersDo,
  'instructor.invite': officersDo,
  'request.read': staffReads,
  'request.write': staffWrites,
  'request.delete': officersDo,
  'dispatch-rule.read': staffReads,
  'dispatch-rule.manage': chiefsDo,
  'request.decide': officersDo,
  'offer.write': staffWrites,
  'offer.answer': { ...staffWrites, instructor: 'own-record' },
  'visit.read': staffReads,
  'visit.write': staffWrites,
  'visit.delete': officersDo,
  'visit.reply': { ...staffWrites, instructor: 'own-record' },
  'calendar-feed.read': { ...staffWrites, instructor: 'own-record' },
  'calendar-feed.write': { ...staffWrites, instructor: 'own-record' },
  'roster.read': staffWrites,
  'roster.write': staffWrites,
  'own.read': { ...staffReads, instructor: 'own-record' },
  'own.write': { ...officersDo, instructor: 'own-record' },
  'plan-item.read': { ...staffReads, center: 'aggregate-only' },
  'plan-item.write': officersDo,
  'plan-item.delete': officersDo,
  'certification.read': staffReads,
  'certification.write': staffWrites,
  'certification.delete': officersDo,
  'certification.decide': officersDo,
  'certification.review': centerReviews,
  'criteria.manage': chiefsDo,
  'scouting.read': staffReads,
  'scouting.write': { ...officersDo, coordinator: 'own-corner' },
  'scouting.delete': officersDo,
  'transfer.import': officersDo,
  'transfer.export': { ...officersDo, auditor: 'own-corner' },
  'upkeep.read': staffReads,
  'upkeep.write': officersDo,
  'course.read': staffReads,
  'course.write': officersDo,
  'course.attend': { ...officersDo, clerk: 'own-corner' },
  'activity-report.read': { ...staffReads, instructor: 'own-record' },
  'activity-report.write': { ...staffWrites, instructor: 'own-record' },
  'expense.read': staffReads,
  'expense.write': staffWrites,
  'expense.approve': officersDo,
  'expense.pay': paymentsDo,
  'bank-account.read': { chief: 'own-corner', clerk: 'own-corner' },
  'letter.read': staffReads,
  'letter.manage': officersDo,
  'survey.read': staffReads,
  'survey.write': staffWrites,
  'survey.delete': officersDo,
  'survey.manage': officersDo,
  'outreach.write': staffWrites,
  'consultation.read': staffReads,
  'consultation.write': staffWrites,
  'consultation.delete': officersDo,
  'demand-survey.read': staffReads,
  'demand-survey.write': staffWrites,
  'demand-survey.manage': officersDo,
  'application.read': staffReads,
  'application.write': staffWrites,
  'outbox.read': staffReads,
  'outbox.write': staffWrites,
  'matching.rank': staffReads,
  'matching.assign': staffWrites,
  'assignment.read': staffReads,
  'assignment.plan': { ...officersDo, coordinator: 'own-corner' },
  'assignment.adopt': staffWrites,
  'assignment.weights': chiefsDo,
  'report.read': { ...staffReads, center: 'aggregate-only' },
  'saved-filter.use': staffReads,
  'retention.read': { ...officersDo, auditor: 'own-corner' },
  'retention.write': officersDo,
  'retention.approve': chiefsDo,
  'audit.read': { ...chiefsDo, auditor: 'own-corner' },
  'account.manage': chiefsDo,
  'api-token.manage': officersDo,
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof permissionTable;

export const permissions = Object.keys(permissionTable) as readonly Permission[];

/** The reach that a role has for a permission, or nothing. */
export function scopeOf(role: Role, permission: Permission): Scope | undefined {
  const grants: Grants = permissionTable[permission];
  return grants[role];
}

/** Whether a permission lets somebody look and change nothing: all that whoever acts by a reading token may use. */
export function isReading(permission: Permission): boolean {
  return permission.endsWith('.read');
}

/** What is asked for: a corner, there possibly the record of one instructor, or a figure without personal data. */
export type Place = {
  readonly corner: string;
  readonly aggregate?: boolean | undefined;
  readonly instructorId?: string | undefined;
};

/**
 * Whether someone may use a permission in a place. An aggregate-only reach needs a figure without personal data, an
 * own-record reach the record of the very instructor who asks. Whoever may only read here does nothing else, whatever the role.
 */
export function isAllowed(
  actor: {
    readonly role: Role;
    readonly cornerCode: string | null;
    readonly instructorId?: string | undefined;
    readonly readOnly?: boolean | undefined;
  },
  permission: Permission,
  place: Place,
): boolean {
  if (actor.readOnly === true && !isReading(permission)) return false;
  const scope = scopeOf(actor.role, permission);
  if (scope === undefined) return false;
  if (scope === 'any-corner') return true;
  if (scope === 'own-corner') return actor.cornerCode === place.corner;
  if (scope === 'own-record') return isOwnRecord(actor, place);
  return place.aggregate === true;
}

function isOwnRecord(
  actor: { readonly cornerCode: string | null; readonly instructorId?: string | undefined },
  { corner, instructorId }: Place,
): boolean {
  return instructorId !== undefined && actor.cornerCode === corner && actor.instructorId === instructorId;
}
