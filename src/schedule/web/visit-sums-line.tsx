import { visitStatusLabel } from '../domain/visit-status.ts';
import { sumText, visitText as words } from '../text.ts';
import type { VisitSums } from '../visit-queries.server.ts';

type VisitSumsLineProps = {
  readonly sums: VisitSums;
  readonly address: (changes: Record<string, string | undefined>) => string;
};

const order = ['held', 'planned', 'cancelled'] as const;

/** 回 and 人 of what is selected, by state; each leads to its visits (contract.md §4). */
export function VisitSumsLine({ sums, address }: VisitSumsLineProps) {
  return (
    <dl aria-label={words.sums} className="mb-4 flex flex-wrap gap-x-6 gap-y-1 border-y border-solid-gray-420 py-2">
      {order.map((code) => (
        <div key={code} className="flex items-baseline gap-2">
          <dt className="text-dns-16B-130">{visitStatusLabel(code)}</dt>
          <dd className="text-dns-16N-130 tabular-nums">
            {sums[code].visits === 0 ? (
              sumText(sums[code])
            ) : (
              <a href={address({ status: code })}>{sumText(sums[code])}</a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
