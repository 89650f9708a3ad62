import { data, Form } from 'react-router';
import { deskContext } from '#server/desk.server.ts';
import { Button } from '#ui/button.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { accessTermsOn } from '../domain/access-terms.ts';
import { signInWithLink } from '../own-sign-in.server.ts';
import { ownSignInRefusalText, ownSignInText as words } from '../text.ts';
import type { Route } from './+types/own-enter.ts';
import { enter, originOf, ownDeskOf } from '#server/own-page.server.ts';

/** Opening the link uses nothing up: programs that look at links in advance press no button. It is not looked up either. */
export function loader({ context }: Route.LoaderArgs) {
  return { terms: accessTermsOn(context.get(deskContext).clock.today()) };
}

export async function action(args: Route.ActionArgs) {
  const signedIn = await signInWithLink(ownDeskOf(args), { token: args.params.token, from: originOf(args) });
  if (signedIn.ok) throw enter(args, signedIn.value);
  const status = signedIn.refusal.kind === 'locked' ? 429 : 403;
  return data({ refusal: ownSignInRefusalText(signedIn.refusal) }, { status });
}

export default function OwnEnterPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <PublicFrame homeHref="/my" large>
      <PageHeader
        title={words.enterTitle}
        lead={words.enterLead(loaderData.terms)}
        hasErrors={actionData !== undefined}
      />
      {actionData ? (
        <div className="mb-6">
          <Notification kind="error" title={actionData.refusal} announce />
        </div>
      ) : null}
      <Form method="post">
        <Button variant="solid" size="lg" wide>
          {words.submit}
        </Button>
      </Form>
      <p className="mt-6">
        <a href="/my/sign-in" className="inline-flex min-h-11 items-center">
          {words.byCode}
        </a>
      </p>
    </PublicFrame>
  );
}
