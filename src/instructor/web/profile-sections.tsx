import { DataTable } from '#ui/data-table.tsx';
import { Notification } from '#ui/notification.tsx';
import { adviserText } from '../adviser-text.ts';
import { profileText as words } from '../profile-text.ts';
import type { showProfile } from './show-profile.server.ts';

type ProfileSectionsProps = {
  readonly profile: ReturnType<typeof showProfile>;
  readonly editHref: string | undefined;
  readonly adviserRulesHref: string;
};

/** Scheme and qualification with what is open, and what the public may see of the person, item by item. */
export function ProfileSections({ profile, editHref, adviserRulesHref }: ProfileSectionsProps) {
  const { scheme, advice, adviser, noRule, findings, needsLook, ledgerHides, items } = profile;
  const list = (
    <ul className="list-disc pl-6">
      {findings.map((finding) => (
        <li key={finding}>{finding}</li>
      ))}
    </ul>
  );
  return (
    <>
      <section className="mb-6">
        <h2 className="text-std-18B-160 mb-2">{words.qualification}</h2>
        <p className="mb-2">
          {words.scheme}：{scheme}
        </p>
        <p className="mb-2">
          {words.advice}：{advice}
        </p>
        {adviser === undefined ? null : (
          <p className="mb-2">
            <a href={adviserRulesHref}>{adviserText.title}</a>：{adviser}
          </p>
        )}
        {findings.length === 0 && noRule ? <p>{noRule}</p> : null}
        {findings.length > 0 && needsLook ? (
          <Notification kind="warning" title={words.noticeTitle}>
            {list}
            <p>{words.noticeLead}</p>
          </Notification>
        ) : null}
        {findings.length > 0 && !needsLook ? list : null}
        {editHref ? (
          <p className="mt-2 print:hidden">
            <a href={editHref} className="inline-flex min-h-11 items-center">
              {words.edit}
            </a>
          </p>
        ) : null}
      </section>
      <section className="mb-6">
        <h2 className="text-std-18B-160 mb-2">{words.publication}</h2>
        <p className="mb-2">{ledgerHides ? words.ledgerHides : words.publicationLead}</p>
        <DataTable
          caption={words.publication}
          captionHidden
          dense
          rows={items}
          rowKey={({ item }) => item}
          columns={[
            { key: 'item', header: words.item, cell: ({ item }) => item, rowHeader: true, keepTogether: true },
            { key: 'shown', header: words.shown, cell: ({ shown }) => shown },
            { key: 'consent', header: words.consent, cell: ({ consent }) => consent },
          ]}
        />
      </section>
    </>
  );
}
