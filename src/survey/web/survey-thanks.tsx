import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { answerText as words } from '../text.ts';

/** After an answer: an address of its own, so that going back and reloading send nothing again. */
export default function SurveyThanks() {
  return (
    <PublicFrame homeHref="/">
      <meta name="robots" content="noindex" />
      <PageHeader title={words.title} />
      <Notification kind="success" title={words.done} announce>
        <p>{words.doneLead}</p>
      </Notification>
    </PublicFrame>
  );
}
