import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import type { FormError } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { Enrolment } from '../second-factor.server.ts';
import { secondFactorText as words, signInText } from '../text.ts';

type EnrolmentFormProps = { readonly enrolment: Enrolment; readonly errors: readonly FormError[] };

/** Setting up the authenticator app in three steps on one page. */
export function EnrolmentForm({ enrolment, errors }: EnrolmentFormProps) {
  const { steps } = words;
  return (
    <div className="flex flex-col gap-8">
      <section>
        <h2 className="text-std-20B-150">{steps.app}</h2>
        <p className="mt-1">{steps.appLead}</p>
      </section>
      <section>
        <h2 className="text-std-20B-150">{steps.scan}</h2>
        <p className="mt-1">{steps.scanLead}</p>
        <div className="mt-4 flex flex-wrap items-start gap-6">
          <div
            role="img"
            aria-label={steps.qrCode}
            className="size-56 shrink-0 border border-solid-gray-420 [&>svg]:size-full"
            // The picture is drawn by the server from its own text.
            dangerouslySetInnerHTML={{ __html: enrolment.qrCodeSvg }}
          />
          <dl className="min-w-0 grow basis-60">
            <dt className="text-std-16B-170">{steps.key}</dt>
            <dd className="font-mono text-std-18N-160">{enrolment.secret}</dd>
          </dl>
        </div>
      </section>
      <section>
        <h2 className="text-std-20B-150">{steps.code}</h2>
        <Form method="post" className="mt-4 flex flex-col gap-6">
          <TextField
            name="code"
            label={signInText.code}
            hint={signInText.codeHint}
            required
            autoComplete="one-time-code"
            inputMode="numeric"
            width="short"
            error={errors.find(({ name }) => name === 'code')?.message}
          />
          <div>
            <Button variant="solid" size="lg">
              {words.submit}
            </Button>
          </div>
        </Form>
      </section>
    </div>
  );
}
