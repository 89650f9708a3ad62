/** Check digit of the first five digits of a 全国地方公共団体コード (DAT-30). */
export function municipalityCheckDigit(firstFive: string): number {
  const sum = Array.from(firstFive, Number).reduce((total, digit, index) => total + digit * (6 - index), 0);
  return (11 - (sum % 11)) % 10;
}

/** Whether these are six digits whose last is the check digit (DAT-30); not whether such a municipality exists. */
export function isMunicipalityCode(text: string): boolean {
  return /^\d{6}$/.test(text) && Number(text[5]) === municipalityCheckDigit(text.slice(0, 5));
}

/** Check digit of the last twelve digits of a 法人番号; it is written first (DAT-31). */
export function corporateCheckDigit(lastTwelve: string): number {
  const fromRight = Array.from(lastTwelve, Number).toReversed();
  return 9 - (fromRight.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0) % 9);
}

/** Whether these are 13 digits whose first is the check digit (DAT-31). A swap of 0 and 9 cannot be seen. */
export function isCorporateNumber(text: string): boolean {
  return /^\d{13}$/.test(text) && Number(text[0]) === corporateCheckDigit(text.slice(1));
}

/**
 * Whether this has the shape of a 学校コード (DAT-32): 学校種 2, prefecture 2, 設置区分 1, school 7, check digit 1.
 * The formula of its check digit is not verified, so the digit is not computed.
 */
export function hasSchoolCodeShape(text: string): boolean {
  return /^[A-H][1-9](?:0[1-9]|[1-3]\d|4[0-7])[1-3]\d{8}$/.test(text);
}
