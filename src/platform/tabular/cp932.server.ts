/** Characters whose Unicode twin CP932 has: what conversions elsewhere left behind (DAT-12). */
const TWINS = [
  ['〜', '～'],
  ['−', '－'],
  ['‖', '∥'],
  ['—', '―'],
  ['¢', '￠'],
  ['£', '￡'],
  ['¬', '￢'],
] as const;

/** Lead bytes of the NEC-selected IBM extensions (Windows writes the others) and of private use (gaiji). */
const NEC_SELECTED_LEADS = [0xed, 0xee];
const PRIVATE_USE_LEADS = [0xf0, 0xf9] as const;

let codes: Uint16Array | undefined;

/** True when CP932 has every character of the text, twins of 〜 and − included. */
export function isCp932Text(text: string): boolean {
  codes ??= buildCodes();
  for (let at = 0; at < text.length; at++) if (codes[text.charCodeAt(at)] === 0) return false;
  return true;
}

/** Writes text as CP932 bytes. The caller has asked `isCp932Text`; a character that is missing after all is a bug. */
export function encodeCp932(text: string): Uint8Array {
  codes ??= buildCodes();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = codes[text.charCodeAt(at)] ?? 0;
    if (code === 0) throw new Error(`no CP932 code for U+${text.charCodeAt(at).toString(16)}`);
    if (code > 0xff) bytes[length++] = code >> 8;
    bytes[length++] = code & 0xff;
  }
  return bytes.subarray(0, length);
}

/** The decoder turned around, so whatever is written is read back. The earliest code wins, as in Windows; 0 is none. */
function buildCodes(): Uint16Array {
  const decoder = new TextDecoder('shift_jis');
  const built = new Uint16Array(0x10000);
  const add = (code: number, bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const unit = character.charCodeAt(0);
    if (character.length === 1 && unit !== 0xfffd && built[unit] === 0) built[unit] = code;
  };
  for (let single = 1; single <= 0xdf; single++) if (single < 0x80 || single > 0xa0) add(single, [single]);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    const isPrivate = lead >= PRIVATE_USE_LEADS[0] && lead <= PRIVATE_USE_LEADS[1];
    if ((lead >= 0xa0 && lead <= 0xdf) || NEC_SELECTED_LEADS.includes(lead) || isPrivate) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) add(lead * 256 + trail, [lead, trail]);
  }
  for (const [character, twin] of TWINS) built[character.charCodeAt(0)] = built[twin.charCodeAt(0)] ?? 0;
  return built;
}
