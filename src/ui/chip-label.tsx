import type { ReactNode } from 'react';

/** What a state means for the reader: nothing to do, under way, reached, needs somebody, ended without result. */
export type ChipTone = 'neutral' | 'progress' | 'done' | 'attention' | 'stopped';

const tones: Record<ChipTone, string> = {
  neutral: 'border-solid-gray-600 bg-white text-solid-gray-800',
  progress: 'border-key-900 bg-key-50 text-key-900',
  done: 'border-green-800 bg-green-50 text-green-900',
  attention: 'border-orange-900 bg-orange-50 text-orange-1000',
  stopped: 'border-dashed border-solid-gray-600 bg-solid-gray-50 text-solid-gray-700',
};

/** A state in a word. The word tells it; colour and line only help to find it (DES-13). */
export function ChipLabel({ tone = 'neutral', children }: { readonly tone?: ChipTone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex min-h-6 items-center rounded-6 border px-1.5 py-0.5 text-dns-14N-120 whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
