/** The pattern of what is only planned: stripes, so that a picture reads in one colour and on a fax (DES-13). */
export function Stripes({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="fill-white" />
      <rect width="3" height="6" className="fill-key-900" />
    </pattern>
  );
}
