/** The page of the record that a letter belongs to. */
export function recordHref(
  { entityKind, entityId }: { readonly entityKind: string; readonly entityId: string },
  href: (path: string) => string,
): string | undefined {
  switch (entityKind) {
    case 'certification-batch':
      return href(`certification-batches/${entityId}`);
    case 'course':
      return href(`courses/${entityId}/letters`);
    case 'instructor':
      return href(`upkeep/${entityId}`);
    case 'expense-claim':
      return href(`expenses/${entityId}`);
    case 'visit':
      return href(`visits/${entityId}`);
    case 'request':
      return href(`requests/${entityId}`);
    case 'public-request':
      return href(`applications/${entityId}`);
    default:
      return undefined;
  }
}
