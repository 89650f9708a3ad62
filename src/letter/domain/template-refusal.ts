import type { TemplateProblem } from './template-tags.ts';

/** What a template may hold at most. */
export const templateLimits = {
  fileBytes: 5 * 1024 * 1024,
  /** All parts together once expanded, as declared and as they are. */
  expandedBytes: 50 * 1024 * 1024,
  parts: 1_000,
  /** How deep elements may stand in one another. */
  depth: 200,
} as const;

/** Why a file is not taken as a template. */
export type TemplateRefusal =
  | { readonly kind: 'no-file' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'not-docx'; readonly found: 'old-word' | 'pdf' | 'excel' | 'template' | 'other' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'broken'; readonly part: string | null }
  | { readonly kind: 'expands-too-far'; readonly limit: number }
  | { readonly kind: 'too-many-parts'; readonly parts: number; readonly limit: number }
  | { readonly kind: 'bad-path'; readonly part: string }
  | { readonly kind: 'macro'; readonly part: string }
  | { readonly kind: 'embedded'; readonly part: string }
  | { readonly kind: 'external'; readonly target: string }
  | { readonly kind: 'remote-field'; readonly field: string }
  | { readonly kind: 'entities'; readonly part: string }
  | { readonly kind: 'placeholders'; readonly problems: readonly TemplateProblem[] }
  | { readonly kind: 'not-fillable' };
