/** Links under a heading of their own; nothing where there are none. */
export function LinkSection({
  title,
  links,
}: {
  readonly title: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}) {
  if (links.length === 0) return null;
  return (
    <section className="my-6 print:hidden">
      <h2 className="mb-2 text-std-18B-160">{title}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
