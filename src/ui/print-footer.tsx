/**
 * Office and day of a printed page (ENV-10). With JavaScript the words go to the root element (public/desk.js), from
 * where the stylesheet puts them into the foot of every sheet; without, they are printed once, at the end.
 */
export function PrintFooter({ children }: { readonly children: string }) {
  return <p className="print-footer">{children}</p>;
}
