/** One line of work: how much of it there is, and where it is done. */
export type Task = {
  readonly label: string;
  readonly lead: string;
  readonly count: string;
  readonly unit: string;
  readonly href: string;
};

/** What waits, each line with its number and the way to its list. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <ul className="border-t border-solid-gray-420">
      {tasks.map(({ label, lead, count, unit, href }) => (
        <li key={`${label} ${href}`} className="flex items-baseline gap-4 border-b border-solid-gray-420 py-1.5">
          <span className="w-16 shrink-0 text-right text-std-24B-150 whitespace-nowrap tabular-nums">
            {count}
            <span className="text-dns-14N-130">{unit}</span>
          </span>
          <span className="min-w-0">
            <a href={href} className="inline-flex min-h-6 items-center text-std-17B-170">
              {label}
            </a>
            <span className="block text-dns-14N-130">{lead}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
