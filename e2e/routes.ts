import { execFileSync } from 'node:child_process';
import type { Permission } from '../src/platform/permission/permission-table.ts';
import { permissions } from '../src/platform/permission/permission-table.ts';

type Declared = { readonly path?: string; readonly index?: boolean; readonly children?: readonly Declared[] };

/** Every address pattern that the pages declare, as React Router itself lists them. */
export function listPageRoutes(): readonly string[] {
  const command = ['node_modules/@react-router/dev/bin.cjs', 'routes', '--json'];
  const declared = JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as readonly Declared[];
  return [...new Set(declared.flatMap((route) => walk(route, '')))];
}

function walk({ path = '', children = [] }: Declared, above: string): readonly string[] {
  const here = [above, path].filter(Boolean).join('/');
  return children.length === 0 ? [`/${here}`] : children.flatMap((child) => walk(child, here));
}

/** Pages for everybody, or about the person who is signed in: no permission stands before them. */
export const ownPages: readonly string[] = [
  '/',
  '/sign-in',
  '/sign-in/second-factor',
  '/sign-out',
  '/replies/:token',
  '/apply/:corner',
  '/applications/:token',
  '/calendars/:token/visits.ics',
  '/surveys/thanks',
  '/demand/:token',
  '/surveys/:token',
  '/account',
  '/account/password',
  '/account/second-factor',
  '/my/sign-in',
  '/my/enter/:token',
  '/my/:page',
  '/*',
  '/:corner/:year/*',
];

/** Pages of an instructor about themselves: their own session stands before them, and no other. */
export const instructorPages: readonly string[] = [
  '/my',
  '/my/visits',
  '/my/visits/:id',
  '/my/visits/:id/report',
  '/my/visits/:id/report/photos/:photo',
  '/my/offers',
  '/my/courses',
  '/my/days',
  '/my/feedback',
  '/my/calendar',
  '/my/profile',
  '/my/device',
];

/** The permission before pages that are no collection of records. */
const permissionOfPage: Readonly<
  Record<string, Permission | { readonly read: Permission; readonly write: Permission }>
> = {
  '': 'visit.read',
  search: 'organization.read',
  filters: 'saved-filter.use',
  'courses/:id': { read: 'course.read', write: 'course.attend' },
  'courses/:id/invite': 'course.write',
  'courses/:id/letters': { read: 'course.read', write: 'course.write' },
  'courses/:id/letters/word': 'course.read',
  letters: 'letter.read',
  'letters/numbering': 'letter.manage',
  'letters/templates': 'letter.read',
  'letters/templates/:kind': { read: 'letter.read', write: 'letter.manage' },
  'letters/templates/:kind/files/:file': 'letter.read',
  'letters/issues/:id/word': 'letter.read',
  'letters/of/:record/:id/:kind': { read: 'letter.read', write: 'letter.manage' },
  'letters/of/:record/:id/:kind/word': 'letter.read',
  'letters/:id/word': 'letter.read',
  'instructors/adviser-rules': { read: 'instructor.read', write: 'criteria.manage' },
  'instructors/duplicates': 'instructor.merge',
  'instructors/:id/profile': 'instructor.write',
  'instructors/:id/merge': 'instructor.merge',
  'instructors/:id/invitation': 'instructor.invite',
  'visits/:id/reply': 'visit.reply',
  outreach: 'visit.read',
  'outreach/new': 'visit.write',
  'outreach/new/:kind': 'visit.write',
  'outreach/file/:format': 'transfer.export',
  'outreach/lines/:line': { read: 'visit.read', write: 'outreach.write' },
  'outreach/:id': { read: 'visit.read', write: 'visit.write' },
  'outreach/:id/edit': 'visit.write',
  'outreach/:id/result': 'visit.write',
  'outreach/:id/sheet': 'visit.read',
  'feeds/:kind/:id': { read: 'calendar-feed.read', write: 'calendar-feed.write' },
  'visits/:id/roster': { read: 'roster.read', write: 'roster.write' },
  'visits/:id/roster/edit': 'roster.write',
  'visits/:id/roster/paste': 'roster.write',
  'visits/:id/roster/sheet': 'roster.read',
  'visits/:id/survey': { read: 'survey.read', write: 'survey.write' },
  'visits/:id/survey/sheets/:audience': 'survey.write',
  'visits/:id/survey/paper/:audience': 'survey.read',
  'visits/:id/survey/entry/:audience': 'survey.write',
  surveys: 'survey.read',
  'surveys/forms': 'survey.read',
  'surveys/forms/:audience': 'survey.manage',
  'surveys/council': 'survey.read',
  'surveys/council/word': 'survey.read',
  'surveys/instructors/:id': 'survey.read',
  'surveys/instructors/:id/word': 'survey.read',
  'visits/series': 'visit.write',
  'visits/calendar': 'visit.read',
  'visits/week': 'visit.read',
  'visits/day': 'visit.read',
  'upkeep/:id/letter/:kind': 'upkeep.write',
  'upkeep/:id/letter/:kind/word': 'upkeep.write',
  'requests/:id/offers': { read: 'matching.rank', write: 'offer.write' },
  'requests/:id/offers/new': 'offer.write',
  'requests/:id/plan': { read: 'request.read', write: 'visit.write' },
  'requests/:id/plan/edit': 'request.write',
  'requests/:id/plan/meetings/new': 'request.write',
  'requests/:id/plan/meetings/:meeting': 'request.write',
  'requests/:id/decision': { read: 'request.read', write: 'request.write' },
  decisions: 'request.read',
  assignment: { read: 'assignment.read', write: 'assignment.plan' },
  'assignment/:planId': { read: 'assignment.read', write: 'assignment.plan' },
  'assignment/:planId/settings': { read: 'assignment.read', write: 'assignment.plan' },
  'assignment/:planId/adopt': 'assignment.adopt',
  'assignment/:planId/runs/:runId': { read: 'assignment.read', write: 'assignment.plan' },
  'assignment/:planId/requests/:requestId': { read: 'assignment.read', write: 'assignment.plan' },
  'requests/:id/candidates': { read: 'matching.rank', write: 'matching.assign' },
  'certifications/intake': { read: 'certification.read', write: 'criteria.manage' },
  'certifications/criteria': { read: 'certification.read', write: 'criteria.manage' },
  'certifications/criteria/edit': 'criteria.manage',
  'certifications/criteria/drop': 'criteria.manage',
  'activity-reports': 'activity-report.read',
  'visits/:id/report/:instructor': { read: 'activity-report.read', write: 'activity-report.write' },
  'visits/:id/report/:instructor/photos/:photo': 'activity-report.read',
  payments: 'expense.read',
  'payments/new': 'expense.pay',
  'payments/payer': 'bank-account.read',
  'payments/:id': { read: 'expense.read', write: 'expense.pay' },
  'payments/:id/file': 'bank-account.read',
  'instructors/:id/bank-account': { read: 'expense.read', write: 'bank-account.read' },
  'expenses/unclaimed': 'expense.write',
  'expenses/file/:format': 'transfer.export',
  'consultations/:id/request': 'request.write',
  'demand-surveys/new': 'demand-survey.manage',
  'demand-surveys/:id/edit': 'demand-survey.manage',
  'demand-surveys/:id/recipients/new': 'demand-survey.manage',
  'demand-surveys/:id/recipients/:recipient': { read: 'demand-survey.read', write: 'demand-survey.write' },
  'demand-surveys/:id/recipients/:recipient/answer': 'demand-survey.write',
  'demand-surveys/:id/papers': 'demand-survey.write',
  'demand-surveys/:id/reminders': { read: 'demand-survey.read', write: 'demand-survey.write' },
  'demand-surveys/:id/results': 'demand-survey.read',
  'demand-surveys/:id/results/wishes': 'demand-survey.read',
  'demand-surveys/:id/results/export': 'transfer.export',
  'demand-surveys/:id/results/file': 'transfer.export',
  'demand-surveys/:id/wishes/:wish/request': 'request.write',
  applications: 'application.read',
  'applications/:id': { read: 'application.read', write: 'application.write' },
  work: { read: 'visit.read', write: 'outbox.write' },
  outbox: 'outbox.read',
  'outbox/:id': { read: 'outbox.read', write: 'outbox.write' },
  'requests/rules': 'dispatch-rule.read',
  'requests/rules/new': 'dispatch-rule.manage',
  'requests/travel': { read: 'visit.read', write: 'dispatch-rule.manage' },
  'expenses/rates': 'expense.read',
  'expenses/rates/new': 'expense.approve',
  'expenses/budget': { read: 'expense.read', write: 'expense.approve' },
  shortage: 'scouting.read',
  'shortage/rows': 'scouting.read',
  'certifications/:id/evidence/:file/delete': 'certification.write',
  'certification-batches': 'certification.read',
  'certification-batches/new': 'certification.write',
  'certification-batches/words': 'certification.decide',
  'certification-batches/:id': 'certification.read',
  'certification-batches/:id/edit': 'certification.write',
  'certification-batches/:id/papers/:paper': 'certification.read',
  'center/certifications': 'certification.review',
  'center/certifications/:id': 'certification.review',
  'center/certifications/:id/evidence/:file': 'certification.review',
  'reports/status': 'report.read',
  'reports/status/:format': 'report.read',
  transfer: { read: 'transfer.export', write: 'transfer.import' },
  'transfer/columns': 'transfer.export',
  'transfer/import/:draft': 'transfer.import',
  'transfer/export': 'transfer.export',
  'transfer/file': 'transfer.export',
  'transfer/template': 'transfer.export',
  'settings/accounts': 'account.manage',
  'settings/accounts/new': 'account.manage',
  'settings/accounts/:id': 'account.manage',
  'settings/api-tokens': 'api-token.manage',
  retention: { read: 'retention.read', write: 'retention.write' },
  'retention/periods': 'retention.approve',
  'retention/:id': { read: 'retention.read', write: 'retention.write' },
  'retention/:id/paper': 'retention.read',
  audit: 'audit.read',
};

/** Collections whose records are called otherwise than their address. */
const recordOfCollection: Readonly<Record<string, string>> = { plan: 'plan-item' };

/** Which permission stands before a page; a page of a kind that nobody knows stops the test. */
export function permissionOf(route: string, use: 'read' | 'write'): Permission {
  const page = route.replace(/^\/:corner\/:year\/?/u, '');
  const named = permissionOfPage[page];
  if (named) return typeof named === 'string' ? named : named[use];
  const [collection = '', ...rest] = page.split('/');
  const record = recordOfCollection[collection] ?? collection.replace(/s$/u, '');
  const last = rest.at(-1) ?? '';
  const act = last === 'delete' ? 'delete' : last === 'new' || last === 'edit' || use === 'write' ? 'write' : 'read';
  const permission = permissions.find((known) => known === `${record}.${act}`);
  if (!permission) throw new Error(`no permission is known for the page ${route}: add it to the walk`);
  return permission;
}

/** The same page as the data that a script would fetch: another way in to the same loaders. */
export function dataAddressOf(address: string): string {
  const [path, query = ''] = address.split('?');
  return `${path}.data${query && `?${query}`}`;
}
