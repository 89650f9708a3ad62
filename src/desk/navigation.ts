import type { Permission } from '#platform/permission/permission-table.ts';
import { deskText as words } from './text.ts';

type Item = { readonly label: string; readonly path: string; readonly permission: Permission };

/** The left navigation: five groups of design.md §7, each item shown to those who may open it. */
export const navigation: readonly { readonly heading: string; readonly items: readonly Item[] }[] = [
  {
    heading: words.groups.today,
    items: [
      { label: words.dashboard, path: '', permission: 'visit.read' },
      { label: words.work, path: 'work', permission: 'visit.read' },
    ],
  },
  {
    heading: words.groups.people,
    items: [
      { label: words.instructors, path: 'instructors', permission: 'instructor.read' },
      { label: words.organizations, path: 'organizations', permission: 'organization.read' },
      { label: words.certifications, path: 'certifications', permission: 'certification.read' },
      { label: words.batches, path: 'certification-batches', permission: 'certification.read' },
      { label: words.review, path: 'center/certifications', permission: 'certification.review' },
      { label: words.scouting, path: 'scouting', permission: 'scouting.read' },
      { label: words.shortage, path: 'shortage', permission: 'scouting.read' },
      { label: words.courses, path: 'courses', permission: 'course.read' },
      { label: words.upkeep, path: 'upkeep', permission: 'upkeep.read' },
    ],
  },
  {
    heading: words.groups.dispatch,
    items: [
      { label: words.consultations, path: 'consultations', permission: 'consultation.read' },
      { label: words.demandSurveys, path: 'demand-surveys', permission: 'demand-survey.read' },
      { label: words.applications, path: 'applications', permission: 'application.read' },
      { label: words.requests, path: 'requests', permission: 'request.read' },
      { label: words.decisions, path: 'decisions', permission: 'request.read' },
      { label: words.assignment, path: 'assignment', permission: 'assignment.read' },
      { label: words.visits, path: 'visits', permission: 'visit.read' },
      { label: words.outreach, path: 'outreach', permission: 'visit.read' },
      { label: words.activityReports, path: 'activity-reports', permission: 'activity-report.read' },
      { label: words.expenses, path: 'expenses', permission: 'expense.read' },
      { label: words.surveys, path: 'surveys', permission: 'survey.read' },
    ],
  },
  {
    heading: words.groups.report,
    items: [
      { label: words.plan, path: 'plan', permission: 'plan-item.read' },
      { label: words.status, path: 'reports/status', permission: 'report.read' },
    ],
  },
  {
    heading: words.groups.office,
    items: [
      { label: words.letters, path: 'letters', permission: 'letter.read' },
      { label: words.outbox, path: 'outbox', permission: 'outbox.read' },
      { label: words.transfer, path: 'transfer', permission: 'transfer.export' },
      { label: words.accounts, path: 'settings/accounts', permission: 'account.manage' },
      { label: words.apiTokens, path: 'settings/api-tokens', permission: 'api-token.manage' },
      { label: words.retention, path: 'retention', permission: 'retention.read' },
      { label: words.audit, path: 'audit', permission: 'audit.read' },
    ],
  },
];
