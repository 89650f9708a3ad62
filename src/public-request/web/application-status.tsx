import { data } from 'react-router';
import { deskContext } from '#server/desk.server.ts';
import { DescriptionList } from '#ui/description-list.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { openApplication } from '../submit-application.server.ts';
import { dayText, hostStateText, publicRequestText as words } from '../text.ts';
import type { Route } from './+types/application-status.ts';
import { ApplicationStages } from './application-stages.tsx';

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const opened = await openApplication(context.get(deskContext), params.token);
  if (!opened.ok) return data({ kind: opened.refusal.kind }, { status: opened.refusal.kind === 'unknown' ? 404 : 410 });
  return data({
    kind: 'open' as const,
    status: opened.value,
    justSent: new URL(request.url).searchParams.has('done'),
  });
}

export default function ApplicationStatus({ loaderData }: Route.ComponentProps) {
  if (loaderData.kind !== 'open') {
    const isUnknown = loaderData.kind === 'unknown';
    return (
      <PublicFrame homeHref="/">
        <meta name="robots" content="noindex" />
        <PageHeader title={isUnknown ? words.notFoundTitle : words.endedTitle} />
        <p>{isUnknown ? words.notFoundLead : words.endedLead}</p>
      </PublicFrame>
    );
  }
  const { status, justSent } = loaderData;
  return (
    <PublicFrame homeHref={`/apply/${status.office.corner}`} corner={status.office.name}>
      <meta name="robots" content="noindex" />
      <PageHeader title={justSent ? words.doneTitle : words.statusTitle} />
      {justSent ? (
        <>
          <ApplicationStages current="done" />
          <Notification kind="success" title={`${words.receiptNumber}：${status.receiptNumber}`} announce>
            {words.doneLead}
          </Notification>
        </>
      ) : null}
      <div className="mt-6">
        <DescriptionList
          items={[
            { term: words.receiptNumber, detail: status.receiptNumber },
            { term: words.host, detail: status.hostName },
            { term: words.receivedOn, detail: dayText(status.receivedOn) },
            { term: words.state, detail: hostStateText(status.state) },
            ...(status.reason ? [{ term: words.reason, detail: status.reason }] : []),
            { term: words.expiresOn, detail: `${dayText(status.expiresOn)}まで` },
          ]}
        />
      </div>
      <p className="mt-8">{words.contact(status.office.name, status.office.phone)}</p>
    </PublicFrame>
  );
}
