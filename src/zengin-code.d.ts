declare module 'zengin-code' {
  type Named = { readonly code: string; readonly name: string; readonly kana: string };
  const banks: Readonly<Record<string, Named & { readonly branches: Readonly<Record<string, Named>> }>>;
  export default banks;
}
