import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Notification } from '#ui/notification.tsx';
import type { ReminderCounts } from '../domain/reminder.ts';
import { reminderNotice, reminderText as words } from '../reminder-text.ts';

type RemindedRow = {
  readonly id: string;
  readonly number: string;
  readonly about: string;
  readonly mayRemind: boolean;
  readonly reminded: string;
};

/** One press for this row, a tick for many at once, and when it was done last. */
export function ReminderCell({ row }: { readonly row: RemindedRow }) {
  if (!row.mayRemind) return null;
  const { id, number, about, reminded } = row;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Choice
        type="checkbox"
        name="item"
        value={id}
        label={<span className="sr-only">{words.choose(number, about)}</span>}
      />
      <Button size="sm" name="one" value={id} aria-label={words.oneOf(number, about)}>
        {words.one}
      </Button>
      {reminded && <span className="text-dns-14N-130">{reminded}</span>}
    </span>
  );
}

type NoticeProps = { readonly counts: ReminderCounts | undefined; readonly outboxHref: string };

/** What became of the reminders, and where their drafts are. */
export function ReminderNotice({ counts, outboxHref }: NoticeProps) {
  const notice = counts && reminderNotice(counts);
  const kind = counts === undefined ? 'error' : counts.drafted > 0 ? 'success' : 'info';
  return (
    <div className="mb-6">
      <Notification kind={kind} title={notice ? notice.title : words.nothingChosen} announce>
        {notice && (
          <>
            {notice.left.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {counts && counts.drafted > 0 ? (
              <p>
                <a href={outboxHref} className="inline-flex min-h-11 items-center">
                  {words.toOutbox}
                </a>
              </p>
            ) : null}
          </>
        )}
      </Notification>
    </div>
  );
}
