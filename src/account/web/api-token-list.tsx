import { data, Form } from 'react-router';
import { formatSlashDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listApiTokens } from '../account-queries.server.ts';
import { dayInJapan, issueApiToken, revokeApiToken } from '../api-tokens.server.ts';
import { findTokenAccess, LONGEST_TOKEN_DAYS } from '../domain/api-token-rule.ts';
import { apiTokenRefusalText, apiTokenText as words, tokenAccessNames } from '../text.ts';
import type { Route } from './+types/api-token-list.ts';
import { ApiTokenForm } from './api-token-form.tsx';
import { textOf } from './own-call.server.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

const LAST_MOMENT = 1;

export const loader = staffPage(async ({ ctx }) => {
  const now = ctx.now();
  const tokens = await listApiTokens(ctx);
  return {
    latest: formatSlashDate(addDays(dayInJapan(now), LONGEST_TOKEN_DAYS)),
    rows: tokens.map(({ hash, name, access, ownerName, createdAt, expiresAt, revokedAt }) => ({
      hash,
      name,
      ownerName,
      access: tokenAccessNames[findTokenAccess(access) ?? 'read'],
      created: instantText(createdAt),
      lastDay: formatSlashDate(dayInJapan(new Date(Date.parse(expiresAt) - LAST_MOMENT).toISOString())),
      state: revokedAt !== null ? ('revoked' as const) : expiresAt <= now ? ('expired' as const) : ('valid' as const),
    })),
  };
});

type Answer = {
  readonly errors: readonly FormError[];
  readonly typed?: { readonly name: string; readonly lastDay: string; readonly access: string };
  readonly token?: string;
  readonly revoked?: true;
};

export const action = staffPage(async ({ ctx, request }) => {
  requirePermission(ctx, 'api-token.manage');
  const form = await readForm(request);
  if (form.has('revoke')) {
    await revokeApiToken(ctx, textOf(form, 'revoke'));
    return data<Answer>({ errors: [], revoked: true });
  }
  const typed = {
    name: textOf(form, 'name'),
    lastDay: textOf(form, 'last-day').trim(),
    access: textOf(form, 'access'),
  };
  const again = (name: string, message: string) =>
    data<Answer>({ typed, errors: [{ name, message }] }, { status: 422 });
  const access = findTokenAccess(typed.access);
  if (!access) return again('access', words.accessMissing);
  const lastDay = parseJapaneseDate(typed.lastDay);
  if (!lastDay.ok) return again('last-day', typed.lastDay === '' ? words.lastDayMissing : words.lastDayUnreadable);
  const issued = await issueApiToken(ctx, { name: typed.name, access, lastDay: lastDay.value });
  if (issued.ok) return data<Answer>({ errors: [], token: issued.value.token });
  const message = apiTokenRefusalText(issued.refusal, (day) => formatSlashDate(day as PlainDate));
  return again(issued.refusal.kind === 'name-missing' ? 'name' : 'last-day', message);
});

type Row = Route.ComponentProps['loaderData']['rows'][number];

const columns: readonly Column<Row>[] = [
  { key: 'name', header: words.name, cell: ({ name }) => name, rowHeader: true },
  { key: 'owner', header: words.owner, cell: ({ ownerName }) => ownerName },
  { key: 'access', header: words.access, cell: ({ access }) => access, keepTogether: true },
  { key: 'created', header: words.created, cell: ({ created }) => created, keepTogether: true },
  { key: 'lastDay', header: words.lastDay, cell: ({ lastDay }) => lastDay, keepTogether: true },
  {
    key: 'state',
    header: words.state,
    cell: ({ state }) => <ChipLabel tone={state === 'valid' ? 'done' : 'stopped'}>{words[state]}</ChipLabel>,
  },
  {
    key: 'act',
    header: words.act,
    acts: true,
    cell: ({ hash, name, state }) =>
      state === 'valid' ? (
        <Form method="post">
          <input type="hidden" name="revoke" value={hash} />
          <Button size="sm" aria-label={`${name}を${words.revoke}`}>
            {words.revoke}
          </Button>
        </Form>
      ) : null,
  },
];

export default function ApiTokenList({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, latest } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <div className="mb-6 max-w-3xl empty:hidden">
        {actionData?.token ? <IssuedToken token={actionData.token} /> : null}
        {actionData?.revoked ? <Notification kind="success" title={words.revokedDone} announce /> : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyLead}</EmptyState>
      ) : (
        <DataTable
          caption={`${words.title} ${rows.length}件`}
          dense
          rows={rows}
          rowKey={({ hash }) => hash}
          columns={columns}
        />
      )}
      <ApiTokenForm errors={errors} typed={actionData?.typed} latest={latest} />
    </>
  );
}

function IssuedToken({ token }: { readonly token: string }) {
  return (
    <Notification kind="success" title={words.issuedTitle} announce>
      <p>{words.issuedLead}</p>
      <p className="mt-3 font-mono text-std-16B-170">{token}</p>
      <p className="mt-3 text-dns-16N-130">
        {words.header}：<code className="font-mono">Authorization: Bearer {token.slice(0, 12)}…</code>
      </p>
    </Notification>
  );
}
