import { Form } from 'react-router';
import { dayInJapan } from '#account/api-tokens.server.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { readForm } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listOwnDevices } from '../access-queries.server.ts';
import { endOwnSessions } from '../own-devices.server.ts';
import { ownText as words } from '../text.ts';
import type { Route } from './+types/own-device.ts';
import { leave, ownPage } from '#server/own-page.server.ts';

const dayText = (instant: string) => formatEraDate(dayInJapan(instant));

export const loader = ownPage(async ({ ctx, instructorId, session }) => {
  const devices = await listOwnDevices(ctx, instructorId);
  return {
    lead: words.deviceLead({ until: dayText(session.expiresAt), last: dayText(session.lastEndAt) }),
    others: devices.filter(({ id }) => id !== session.id).length,
  };
});

export const action = (args: Route.ActionArgs) =>
  ownPage(async ({ ctx, instructorId, session, request }) => {
    const form = await readForm(request);
    const which = form.get('end') === 'others' ? 'others' : 'this';
    await endOwnSessions(ctx, { instructorId, sessionId: session.id, which });
    if (which === 'this') throw leave(args);
    return { ended: true };
  })(args);

export default function OwnDevicePage({ loaderData: { lead, others }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.deviceTitle} lead={lead} />
      {actionData?.ended ? (
        <div className="mb-6">
          <Notification kind="success" title={words.othersEnded} announce />
        </div>
      ) : null}
      <p className="mb-4">{words.endLead}</p>
      <Form method="post">
        <input type="hidden" name="end" value="this" />
        <Button variant="solid" size="lg" wide>
          {words.end}
        </Button>
      </Form>
      <section className="mt-10">
        <h2 className="mb-2 text-std-20B-150">{words.others}</h2>
        {others === 0 ? (
          <p>{words.noOthers}</p>
        ) : (
          <>
            <p className="mb-4">{words.othersLead(others)}</p>
            <Form method="post">
              <input type="hidden" name="end" value="others" />
              <Button size="lg">{words.endOthers}</Button>
            </Form>
          </>
        )}
      </section>
    </>
  );
}
