import { createContext } from 'react';

/** How close the rows of lists stand: the reader's choice, kept in a cookie of their browser. */
export type Density = 'normal' | 'dense';

export function isDensity(text: string): text is Density {
  return text === 'normal' || text === 'dense';
}

const NAME = 'density';
const A_YEAR = 365 * 24 * 60 * 60;

export function densityCookie(density: string): string {
  return `${NAME}=${density}; Path=/; Max-Age=${A_YEAR}; HttpOnly; SameSite=Lax`;
}

/** What a request's cookies say; nothing where the reader never chose, and each list stands as it was made. */
export function readDensity(cookies: string | null): Density | undefined {
  const [, found = ''] = /(?:^|;\s*)density=([a-z]+)/u.exec(cookies ?? '') ?? [];
  return isDensity(found) ? found : undefined;
}

export type ListSettings = {
  readonly density: Density | undefined;
  /** Left out for those who keep no selections. */
  readonly saved?:
    | {
        /** Takes what is saved, and shows all that was. */
        readonly href: string;
        /** The list's address below corner and 年度. */
        readonly list: string;
        readonly filters: readonly { readonly id: string; readonly name: string; readonly href: string }[];
      }
    | undefined;
};

/** What the frame knows of the person, for the lists on its pages. */
export const ListSettingsContext = createContext<ListSettings>({ density: undefined });
