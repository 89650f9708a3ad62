import { expect, test } from 'vitest';
import {
  corporateCheckDigit,
  hasSchoolCodeShape,
  isCorporateNumber,
  isMunicipalityCode,
  municipalityCheckDigit,
} from '#kernel/check-digit.ts';

test.each(['131016', '011002', '271004', '130001', '010006', '473821', '462012', '131121'])(
  'takes the municipality code %s and no other last digit [DAT-30]',
  (code) => {
    expect(isMunicipalityCode(code)).toBe(true);
    expect(municipalityCheckDigit(code.slice(0, 5))).toBe(Number(code[5]));
    for (const digit of '0123456789') {
      expect(isMunicipalityCode(code.slice(0, 5) + digit)).toBe(digit === code[5]);
    }
  },
);

test.each(['999999', '13101', '1310160', '１３１０１６', '13101A', ''])(
  'refuses %j as a municipality code [DAT-30]',
  (code) => {
    expect(isMunicipalityCode(code)).toBe(false);
  },
);

test.each(['6000012070001', '7000012050002', '8000012010038'])(
  'takes the corporate number %s and no other first digit [DAT-31]',
  (number) => {
    expect(isCorporateNumber(number)).toBe(true);
    expect(corporateCheckDigit(number.slice(1))).toBe(Number(number[0]));
    for (const digit of '0123456789') {
      expect(isCorporateNumber(digit + number.slice(1))).toBe(digit === number[0]);
    }
  },
);

test.each(['600001207000', '60000120700011', '6000012070010', 'A000012070001', ''])(
  'refuses %j as a corporate number [DAT-31]',
  (number) => {
    expect(isCorporateNumber(number)).toBe(false);
  },
);

test.each(['A101110000014', 'D135210000012', 'E147310000013', 'H213310000017'])(
  'sees the shape of a school code in %s [DAT-32]',
  (code) => {
    expect(hasSchoolCodeShape(code)).toBe(true);
  },
);

test.each(['D13521000001', 'D1352100000123', 'Z135210000012', 'D148210000012', 'D100210000012', 'D135410000012', ''])(
  'refuses %j as a school code [DAT-32]',
  (code) => {
    expect(hasSchoolCodeShape(code)).toBe(false);
  },
);
