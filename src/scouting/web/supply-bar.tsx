type SupplyBarProps = {
  readonly requests: number;
  readonly ready: number;
  /** What fills the whole width. */
  readonly most: number;
  readonly label: string;
};

/** Demand above (solid) and who could go below (outlined), on one scale; the numbers stand in the same row. */
export function SupplyBar({ requests, ready, most, label }: SupplyBarProps) {
  const share = (count: number) => `${Math.round((count / most) * 100)}%`;
  return (
    <svg role="img" aria-label={label} className="block h-6 w-28">
      <rect y="1" width={share(requests)} height="9" className="fill-key-900" />
      <rect y="13" width={share(ready)} height="9" className="fill-white stroke-key-900" />
    </svg>
  );
}
