import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Notification } from '#ui/notification.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { requestText as words } from '../request-text.ts';
import { PostForm } from './post-form.tsx';
import type { RequestPage } from './request-page.server.ts';

type MoveFormProps = {
  readonly choosing: NonNullable<RequestPage['choosing']>;
  /** The session itself, on the same page. */
  readonly sessionHref: string;
};

/** Another person or day for one person of a session: every choice with its cost, then the change itself. */
export function MoveForm({ choosing, sessionHref }: MoveFormProps) {
  const { visitOn, from, fromName, options, chosen, more } = choosing;
  const cancel = (
    <ButtonLink variant="text" href={sessionHref}>
      {words.moveCancel}
    </ButtonLink>
  );
  if (options.length === 0) {
    return (
      <div className="mt-3">
        <Notification kind="info" title={words.moveNone} actions={cancel} />
      </div>
    );
  }
  return (
    <div className="mt-3 flex flex-col gap-3 print:hidden">
      <Form method="get" action={sessionHref} data-density="compact" className="flex flex-col gap-3">
        <input type="hidden" name="session" value={visitOn} />
        <input type="hidden" name="from" value={from} />
        <SelectField
          name="to"
          label={words.moveFrom(fromName)}
          required
          hint={more ? `${words.moveHint}${words.moveMore}` : words.moveHint}
          options={options}
          defaultValue={chosen?.to}
          blank={null}
          width="long"
        />
        <div className="flex flex-wrap gap-3">
          <Button>{words.judge}</Button>
          {cancel}
        </div>
      </Form>
      {chosen ? (
        <Notification
          kind="info"
          title={chosen.title}
          actions={
            <PostForm fields={{ intent: 'move', day: visitOn, instructor: from, to: chosen.to }}>
              <Button variant="solid">{words.take}</Button>
            </PostForm>
          }
        >
          {chosen.difference ? <p>{chosen.difference}</p> : null}
          <p>{words.moveBetter}</p>
        </Notification>
      ) : null}
    </div>
  );
}
