import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { TextField } from '#ui/text-field.tsx';
import { claimCommandActs, expenseText as words } from '../text.ts';
import type { ClaimAnswer, loadClaimPage } from './claim-page.server.ts';

type Page = Awaited<ReturnType<typeof loadClaimPage>>;
type Command = Page['commands'][number];

/** The steps that can be taken now: forward by one button, back or away with a reason. */
export function ClaimSteps({ page, answer }: { readonly page: Page; readonly answer: ClaimAnswer | undefined }) {
  const forward = page.commands.filter((command) => command !== 'return' && command !== 'drop');
  const reasoned = page.commands.filter((command) => command === 'return' || command === 'drop');
  if (page.commands.length === 0) return null;
  return (
    <section
      aria-labelledby="steps-heading"
      className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden"
    >
      <h2 id="steps-heading" className="mb-2 text-std-18B-160">
        {words.steps}
      </h2>
      <div className="flex flex-col gap-4">
        {forward.map((command) => (
          <Form key={command} method="post" data-once>
            <Hidden version={page.version} command={command} />
            <Button variant="solid">{claimCommandActs[command]}</Button>
          </Form>
        ))}
        {reasoned.map((command) => (
          <Disclosure key={command} summary={claimCommandActs[command]} open={answer?.command === command}>
            <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-3">
              <Hidden version={page.version} command={command} />
              <TextField
                name="reason"
                id={`reason-${command}`}
                label={words.reason}
                hint={words.reasonHint}
                required
                width="long"
                autoComplete="off"
                maxLength={500}
                error={answer?.errors.find(({ name }) => name === `reason-${command}`)?.message}
                defaultValue={answer?.command === command ? answer.reason : ''}
              />
              <div>
                <Button>{claimCommandActs[command]}</Button>
              </div>
            </Form>
          </Disclosure>
        ))}
      </div>
    </section>
  );
}

function Hidden({ version, command }: { readonly version: number; readonly command: Command }) {
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="command" value={command} />
    </>
  );
}
