import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [index('account/web/home.tsx')] satisfies RouteConfig;
