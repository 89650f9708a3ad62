import { DialogPage } from '#ui/dialog-page.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { RecordView } from './record-pages.server.ts';
import type { FormState } from './record-form.tsx';
import { recordWords } from './text.ts';

type DeletionPageProps = {
  readonly title: string;
  readonly view: RecordView;
  readonly detailHref: string;
  readonly errors: FormState['errors'] | undefined;
};

/** Asks before a record leaves the lists: what it is, what happens, and why (FRM-31). */
export function DeletionPage({ title, view, detailHref, errors = [] }: DeletionPageProps) {
  return (
    <DialogPage
      title={title}
      warning={recordWords.deleteWarning}
      target={[
        ...(view.texts['number'] === undefined ? [] : [{ term: '番号', detail: view.texts['number'] }]),
        { term: '名称', detail: view.label },
      ]}
      hidden={{ version: String(view.version) }}
      errors={errors}
      confirmLabel={recordWords.delete}
      cancelHref={detailHref}
    >
      <TextField
        name="reason"
        label={recordWords.deleteReason}
        required
        hint={recordWords.deleteReasonHint}
        error={errors.find(({ name }) => name === 'reason')?.message}
        width="full"
      />
    </DialogPage>
  );
}
