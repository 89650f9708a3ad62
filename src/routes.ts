import { index, prefix, route, type RouteConfig } from '@react-router/dev/routes';

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
  route(':corner/:year', 'desk/web/staff-layout.tsx', [
    ...recordRoutes('organizations', 'organization/web', 'organization'),
    ...recordRoutes('instructors', 'instructor/web', 'instructor'),
    ...recordRoutes('plan', 'plan/web', 'plan-item'),
    ...prefix('transfer', [
      index('transfer/web/transfer.tsx'),
      route('columns', 'transfer/web/transfer-columns.tsx'),
      route('import/:draft', 'transfer/web/import-preview.tsx'),
      route('export', 'transfer/web/export-confirm.tsx'),
      route('file', 'transfer/web/export-download.ts'),
      route('template', 'transfer/web/template-download.ts'),
    ]),
  ]),
  route('*', 'desk/web/not-found.tsx'),
] satisfies RouteConfig;
