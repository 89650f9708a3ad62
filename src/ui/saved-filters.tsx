import { useContext } from 'react';
import { Form, useLocation } from 'react-router';
import { Button } from './button.tsx';
import { Disclosure } from './disclosure.tsx';
import { ListSettingsContext } from './density.ts';
import { TextField } from './text-field.tsx';
import { uiText } from './text.ts';

const densities = [
  { code: 'normal', label: uiText.densityNormal },
  { code: 'dense', label: uiText.densityDense },
] as const;

/** The person's own selections of this list as links, a way to keep the present one, and how close the rows stand. */
export function SavedFilters({ canSave }: { readonly canSave: boolean }) {
  const { density, saved } = useContext(ListSettingsContext);
  const { pathname, search } = useLocation();
  if (!saved) return null;
  const here = (
    <>
      <input type="hidden" name="list" value={saved.list} />
      <input type="hidden" name="query" value={search.slice(1)} />
    </>
  );
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-1 text-dns-14N-130 print:hidden">
      {saved.filters.length > 0 ? (
        <div className="flex flex-wrap items-center gap-x-3">
          <span id="saved-filters">{uiText.savedFilters}</span>
          <ul aria-labelledby="saved-filters" className="flex flex-wrap gap-x-3">
            {saved.filters.map(({ id, name, href }) => (
              <li key={id}>
                <a
                  href={href}
                  aria-current={href === `${pathname}${search}` ? 'true' : undefined}
                  className="group/chip flex min-h-11 items-center no-underline"
                >
                  <span className="rounded-full border border-key-900 bg-white px-3 py-1 group-hover/chip:underline">
                    {name}
                  </span>
                </a>
              </li>
            ))}
          </ul>
          <a href={saved.href} className="flex min-h-11 items-center">
            {uiText.manageFilters}
          </a>
        </div>
      ) : null}
      {canSave ? (
        <Disclosure summary={uiText.saveFilter}>
          <Form method="post" action={saved.href} data-density="compact" className="flex flex-wrap items-end gap-3">
            {here}
            <TextField name="name" label={uiText.filterName} required hint={uiText.filterNameHint} autoComplete="off" />
            <Button>{uiText.keepFilter}</Button>
          </Form>
        </Disclosure>
      ) : null}
      <Form method="post" action={saved.href} data-density="compact" className="flex items-center gap-2">
        {here}
        <span id="density">{uiText.density}</span>
        {densities.map(({ code, label }) => (
          <button
            key={code}
            type="submit"
            name="density"
            value={code}
            aria-pressed={density === code}
            aria-describedby="density"
            className={`min-h-11 min-w-11 rounded-8 px-2 text-key-1000 ${density === code ? 'text-dns-14B-130' : 'text-dns-14N-130 underline'}`}
          >
            {label}
          </button>
        ))}
      </Form>
    </div>
  );
}
