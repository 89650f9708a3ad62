import { Notification } from '#ui/notification.tsx';
import { mergeText as words } from '../merge-text.ts';
import type { ShownDuplicate } from './save-instructor.server.ts';

type DuplicateNoticeProps = {
  /** What the save answered; `seen` comes back with the form and says that the notice was read. */
  readonly answer: object | undefined;
};

type Noticed = { readonly duplicates: readonly ShownDuplicate[]; readonly seen: string };

const isNoticed = (answer: object): answer is Noticed => 'duplicates' in answer;

/** Who may be the same person, above the form that is about to be saved. */
export function DuplicateNotice({ answer }: DuplicateNoticeProps) {
  if (!answer || !isNoticed(answer)) return null;
  const { duplicates, seen } = answer;
  return (
    <div className="mb-6">
      <input type="hidden" name="seen" value={seen} />
      <Notification kind="warning" title={words.noticeTitle(duplicates.length)} announce>
        <ul className="mb-2 list-disc pl-6">
          {duplicates.map(({ id, href, number, name, nameKana, reasons }) => (
            <li key={id}>
              <a href={href}>{words.mergedLine({ number, name, nameKana })}</a>：{words.reason}　{reasons}
            </li>
          ))}
        </ul>
        <p>{words.noticeLead}</p>
      </Notification>
    </div>
  );
}
