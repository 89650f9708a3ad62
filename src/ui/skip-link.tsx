import { uiText } from './text.ts';

/** Id of the `main` of every frame. */
export const mainId = 'main';

/** First stop of the Tab key: past header and navigation (A11-08). */
export function SkipLink() {
  return (
    <a
      href={`#${mainId}`}
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:flex focus:min-h-11 focus:items-center focus:bg-white focus:px-4 print:hidden"
    >
      {uiText.skipToMain}
    </a>
  );
}
