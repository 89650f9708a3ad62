import { Notification } from '#ui/notification.tsx';
import { travelClashWords as words } from '../travel-text.ts';

export type TravelNoticeProps = {
  readonly clashes: readonly { readonly text: string; readonly number: string; readonly href: string }[];
};

/** Says that an instructor of a visit has no time to travel to or from another one of the day; nothing is refused for it. */
export function TravelNotice({ clashes }: TravelNoticeProps) {
  if (clashes.length === 0) return null;
  return (
    <div className="mb-6">
      <Notification kind="warning" title={words.title}>
        <ul>
          {clashes.map(({ text, number, href }) => (
            <li key={text}>
              {text} <a href={href}>{words.open(number)}</a>
            </li>
          ))}
        </ul>
        <p>{words.lead}</p>
      </Notification>
    </div>
  );
}
