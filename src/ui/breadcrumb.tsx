import { uiText } from './text.ts';

export type BreadcrumbItem = { readonly label: string; readonly href?: string | undefined };

/** The way here. The last item is this page and no link. */
export function Breadcrumb({ items }: { readonly items: readonly BreadcrumbItem[] }) {
  if (items.length === 0) return null;
  return (
    <nav aria-label={uiText.breadcrumb} className="print:hidden">
      <ol className="flex flex-wrap text-dns-14N-130">
        {items.map(({ label, href }, index) => (
          <li key={href ?? label} className="flex items-center">
            {index > 0 ? (
              <span aria-hidden="true" className="px-2 text-solid-gray-600">
                ＞
              </span>
            ) : null}
            {href !== undefined && index < items.length - 1 ? (
              <a href={href} className="flex min-h-11 items-center">
                {label}
              </a>
            ) : (
              <span aria-current="page" className="flex min-h-11 items-center">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
