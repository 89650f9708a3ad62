import { Form } from 'react-router';
import { RecordField } from '#record/web/record-field.tsx';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { photoConsents } from '../domain/photo.ts';
import { shownReportFields } from '../domain/report-fields.ts';
import type { ReportFormState } from '../take-report.server.ts';
import { reportText as words } from '../text.ts';

type ReportFormProps = {
  readonly state: ReportFormState;
  /** At the desk, from a paper; else on a phone. */
  readonly isCompact?: boolean;
};

/** 活動報告書: kept while it is being written, handed in when it is whole. */
export function ReportForm({ state, isCompact = false }: ReportFormProps) {
  const errorOf = (key: string) => state.errors.find(({ name }) => name === key)?.message;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      data-once
      data-density={isCompact ? 'compact' : undefined}
      className="flex max-w-3xl flex-col gap-5 print:hidden"
    >
      <input type="hidden" name="version" value={state.version} />
      {shownReportFields.map((field) => (
        <RecordField key={field.key} field={field} value={state.texts[field.key] ?? ''} error={errorOf(field.key)} />
      ))}
      <FileField
        name="photos"
        label={words.addPhotos}
        hint={words.photosHint}
        required={false}
        accept="image/jpeg,image/png"
        multiple
        error={errorOf('photos')}
      />
      <RadioField
        name="consent"
        label={words.consent}
        hint={words.consentHint}
        required={false}
        error={errorOf('consent')}
        defaultValue={state.texts['consent'] ?? ''}
        options={photoConsents.map(({ code, label }) => ({ value: code, label }))}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="solid" name="command" value="submit">
          {words.submit}
        </Button>
        <Button name="command" value="save">
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
