import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import { DocumentSheet } from '#record/web/document-sheet.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { feedbackText as words } from '../text.ts';

type FeedbackPageProps = { readonly title: string; readonly model: DocumentModel; readonly wordHref: string };

/** A sheet of results as it will be printed, and as Word. */
export function FeedbackPage({ title, model, wordHref }: FeedbackPageProps) {
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={title}
          lead={words.print}
          action={
            <ButtonLink variant="solid" href={wordHref}>
              {words.word}
            </ButtonLink>
          }
        />
      </div>
      <DocumentSheet model={model} />
    </>
  );
}
