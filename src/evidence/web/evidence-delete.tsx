import { data, redirect } from 'react-router';
import { instantText } from '#platform/instant-text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { DialogPage } from '#ui/dialog-page.tsx';
import { getEvidence, removeEvidence } from '../evidence-files.server.ts';
import { evidenceRefusalText, evidenceText as words, sizeText } from '../text.ts';
import type { Route } from './+types/evidence-delete.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: words.applications, href: href('certifications') },
    { label: page.number, href: page.caseHref },
    { label: words.title, href: page.listHref },
    { label: words.remove },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'certification.write');
  const { application, file } = await getEvidence(ctx, addressOf(params));
  const caseHref = href(`certifications/${application.id}`);
  return {
    number: application.number,
    caseHref,
    listHref: `${caseHref}/evidence`,
    target: [
      { term: words.applications, detail: `${application.number}　${application.name}` },
      { term: words.kind, detail: words.kinds[file.kind] },
      { term: words.file, detail: `${file.fileName}（${sizeText(file.byteSize)}）` },
      { term: words.added, detail: `${instantText(file.uploadedAt)}　${file.uploaderName}` },
    ],
  };
});

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'certification.write');
  const form = await readForm(request);
  // Only the button of the page takes a file away, whatever else is posted here.
  if (form.get('confirm') !== 'remove') throw data(null, { status: 400 });
  const address = addressOf(params);
  const removed = await removeEvidence(ctx, address);
  if (removed.ok) throw redirect(href(`certifications/${address.caseId}/evidence`));
  return data({ errors: [{ message: evidenceRefusalText(removed.refusal) }] }, { status: 409 });
});

function addressOf(params: Readonly<Record<string, string | undefined>>) {
  return { caseId: params['id'] ?? '', evidenceId: params['file'] ?? '' };
}

export default function EvidenceDelete({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <DialogPage
      title={words.removeTitle}
      warning={words.removeWarning}
      target={loaderData.target}
      hidden={{ confirm: 'remove' }}
      errors={actionData?.errors ?? []}
      confirmLabel={words.removeConfirm}
      cancelHref={loaderData.listHref}
    />
  );
}
