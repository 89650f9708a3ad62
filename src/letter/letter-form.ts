import type { DocumentModel } from '#platform/document-rendering/document-model.ts';
import type { LetterOutline, LetterValues } from './domain/letter-outline.ts';

/** A letter with its built-in document: how it looks while the corner has no template of its own. */
export type LetterForm = LetterOutline & { readonly build: (values: LetterValues) => DocumentModel };
