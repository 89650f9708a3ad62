import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { reportText as words } from '../text.ts';
import type { showPhotos } from '../show-report.ts';

type PhotosProps = { readonly photos: ReturnType<typeof showPhotos>; readonly mayRemove: boolean };

/** The photos of a report: each to be opened, and taken away while the report is open to change. */
export function ReportPhotos({ photos, mayRemove }: PhotosProps) {
  return (
    <section className="my-6">
      <h2 className="mb-2 text-std-18B-160">{words.photos}</h2>
      {photos.length === 0 ? <p>{words.noPhotos}</p> : null}
      <ul>
        {photos.map(({ id, label, until, remove, href }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-t border-solid-gray-420 py-2">
            <a href={href} className="inline-flex min-h-11 items-center">
              {label}
            </a>
            <span>{until}</span>
            {mayRemove ? (
              <Form method="post" data-once className="print:hidden">
                <input type="hidden" name="remove" value={id} />
                <Button size="sm">{remove}</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
