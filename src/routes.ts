import { index, layout, prefix, route, type RouteConfig } from '@react-router/dev/routes';

/** `organizations`, `organizations/new`, `organizations/:id`, `…/edit`, `…/delete`. */
function recordRoutes(collection: string, folder: string, name: string) {
  return prefix(collection, [
    index(`${folder}/${name}-list.tsx`),
    route('new', `${folder}/${name}-new.tsx`),
    route(':id', `${folder}/${name}-detail.tsx`),
    route(':id/edit', `${folder}/${name}-edit.tsx`),
    route(':id/delete', `${folder}/${name}-delete.tsx`),
  ]);
}

export default [
  index('desk/web/home.tsx'),
  route('sign-in', 'account/web/sign-in.tsx'),
  route('sign-in/second-factor', 'account/web/sign-in-second-factor.tsx'),
  route('sign-out', 'account/web/sign-out.tsx'),
  route('account', 'account/web/own-account.tsx'),
  route('account/password', 'account/web/own-password.tsx'),
  route('account/second-factor', 'account/web/own-second-factor.tsx'),
  route(':corner/:year', 'desk/web/staff-layout.tsx', [
    layout('desk/web/page-boundary.tsx', [
      index('desk/web/dashboard.tsx'),
      route('search', 'desk/web/search.tsx'),
      ...recordRoutes('organizations', 'organization/web', 'organization'),
      ...recordRoutes('instructors', 'instructor/web', 'instructor'),
      ...recordRoutes('certifications', 'certification/web', 'certification'),
      route('certifications/intake', 'certification/web/intake.tsx'),
      route('certifications/criteria', 'certification/web/criteria.tsx'),
      ...prefix('courses', [
        index('course/web/course-list.tsx'),
        route('new', 'course/web/course-new.tsx'),
        route('exemptions', 'course/web/course-exemptions.tsx'),
        route(':id', 'course/web/course-detail.tsx'),
        route(':id/edit', 'course/web/course-edit.tsx'),
        route(':id/invite', 'course/web/course-invite.tsx'),
        route(':id/certificates', 'course/web/course-certificates.tsx'),
        route(':id/certificates/word', 'course/web/certificate-download.ts'),
      ]),
      route('instructors/duplicates', 'instructor/web/instructor-duplicates.tsx'),
      route('instructors/:id/merge', 'instructor/web/instructor-merge.tsx'),
      ...recordRoutes('requests', 'dispatch/web', 'request'),
      route('requests/:id/candidates', 'matching/web/candidate-list.tsx'),
      ...recordRoutes('visits', 'schedule/web', 'visit'),
      route('scouting/calendar', 'scouting/web/scouting-calendar.tsx'),
      route('scouting/route', 'scouting/web/scouting-route.tsx'),
      ...recordRoutes('scouting/leads', 'scouting/web', 'scouting-lead'),
      ...prefix('scouting/territories', [
        index('scouting/web/territory-list.tsx'),
        route('new', 'scouting/web/territory-new.tsx'),
        route(':id/edit', 'scouting/web/territory-edit.tsx'),
        route(':id/delete', 'scouting/web/territory-delete.tsx'),
      ]),
      ...recordRoutes('scouting', 'scouting/web', 'scouting-visit'),
      route('shortage', 'scouting/web/shortage-board.tsx'),
      route('shortage/rows', 'scouting/web/shortage-rows.tsx'),
      ...recordRoutes('plan', 'plan/web', 'plan-item'),
      route('reports/status', 'report/web/status-report.tsx'),
      route('reports/status/:format', 'report/web/status-download.ts'),
      ...prefix('transfer', [
        index('transfer/web/transfer.tsx'),
        route('columns', 'transfer/web/transfer-columns.tsx'),
        route('import/:draft', 'transfer/web/import-preview.tsx'),
        route('export', 'transfer/web/export-confirm.tsx'),
        route('file', 'transfer/web/export-download.ts'),
        route('template', 'transfer/web/template-download.ts'),
      ]),
      route('settings/accounts', 'account/web/account-list.tsx'),
      route('settings/accounts/new', 'account/web/account-new.tsx'),
      route('settings/accounts/:id', 'account/web/account-detail.tsx'),
      route('settings/api-tokens', 'account/web/api-token-list.tsx'),
      route('audit', 'audit/web/audit-list.tsx'),
      route('*', 'desk/web/not-found.tsx', { id: 'not-found-in-frame' }),
    ]),
  ]),
  route('*', 'desk/web/not-found.tsx'),
] satisfies RouteConfig;
