import type { FormError } from '#ui/error-summary.tsx';
import { fieldId } from '#ui/field.tsx';
import { rosterFields } from '../domain/roster.ts';
import { rosterText as words } from '../roster-text.ts';

type RosterGridProps = {
  readonly lines: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
};

const widths = { name: 'w-44', nameKana: 'w-44', age: 'w-28', affiliation: 'w-48', aimedGrade: 'w-24' } as const;

/** The name of a cell of the grid. */
export function cellName(line: number, key: string): string {
  return `r${line}-${key}`;
}

/** One line a person. Enter and the arrows move as in a spreadsheet (public/desk.js); without JavaScript it is a plain form. */
export function RosterGrid({ lines, texts, errors }: RosterGridProps) {
  const wrong = new Map(errors.map(({ name, message }) => [name, message]));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div role="region" aria-label={words.title} tabIndex={0} className="overflow-x-auto">
      <table data-grid className="border-collapse">
        <thead>
          <tr>
            <th scope="col" className="px-2 text-start text-dns-14B-130">
              {words.row}
            </th>
            {rosterFields.map(({ key, header }) => (
              <th key={key} scope="col" className="px-1 text-start text-dns-14B-130">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: lines }, (_, index) => index + 1).map((line) => (
            <tr key={line}>
              <th scope="row" className="px-2 text-end text-dns-14N-130">
                {line}
              </th>
              {rosterFields.map(({ key, header }) => {
                const name = cellName(line, key);
                return (
                  <td key={key} className="p-0.5 align-top">
                    <Cell
                      name={name}
                      label={`${words.lineOf(line)} ${header}`}
                      width={widths[key]}
                      text={texts[name] ?? ''}
                      message={wrong.get(name)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  readonly name: string;
  readonly label: string;
  readonly width: string;
  readonly text: string;
  readonly message: string | undefined;
};

function Cell({ name, label, width, text, message }: CellProps) {
  return (
    <>
      <input
        id={fieldId(name)}
        name={name}
        aria-label={label}
        aria-invalid={message === undefined ? undefined : true}
        aria-describedby={message === undefined ? undefined : `${fieldId(name)}-error`}
        autoComplete="off"
        defaultValue={text}
        className={`h-11 rounded-4 border border-solid-gray-600 bg-white px-2 aria-invalid:border-2 aria-invalid:border-error-1 ${width}`}
      />
      {message === undefined ? null : (
        <p id={`${fieldId(name)}-error`} className="max-w-48 text-dns-14N-130 text-error-2">
          ＊{message}
        </p>
      )}
    </>
  );
}
