import { Notification } from '#ui/notification.tsx';
import type { DayWarning } from '../domain/day-warning.ts';
import { dayWarningLead, dayWarningText } from '../text.ts';

/** Says that a visit is on a holiday, a closed day or a weekend; nothing is refused for it. */
export function DayNotice({ warning }: { readonly warning: DayWarning | undefined }) {
  if (!warning) return null;
  return (
    <div className="mb-6">
      <Notification kind="warning" title={dayWarningText(warning)}>
        {dayWarningLead}
      </Notification>
    </div>
  );
}
