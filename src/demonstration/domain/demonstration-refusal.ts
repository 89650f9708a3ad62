/** Why the demonstration office is not loaded. `not-empty`: somebody's data is there already. */
export type DemonstrationRefusal =
  { readonly kind: 'not-empty' } | { readonly kind: 'other-corner'; readonly corner: string };
