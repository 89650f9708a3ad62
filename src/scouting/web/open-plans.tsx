import { scoutingText as words } from '../text.ts';

type OpenPlansProps = {
  readonly plans: readonly {
    readonly id: string;
    readonly when: string;
    readonly host: string;
    readonly href: string;
  }[];
};

/** Planned visits whose day has come: one tap opens the form with host, place and day filled in. */
export function OpenPlans({ plans }: OpenPlansProps) {
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="plans-heading" className="mb-4">
      <h2 id="plans-heading" className="text-std-18B-160">
        {words.openPlans}
      </h2>
      <ul>
        {plans.map(({ id, when, host, href }) => (
          <li key={id}>
            <a href={href} className="inline-flex min-h-11 items-center">
              {when}　{host}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
