import { type Cell, cellOf, matching, Refusal } from './cell.js';
import { withoutZeroDecimals } from './spreadsheet-damage.js';

/** Japan's corporate number (法人番号): a check digit and twelve digits. */
export function corporateNumber(): Cell {
  const expects = 'a corporate number of 13 digits';
  return cellOf({
    sqlType: 'text',
    expects,
    parse(value) {
      const text = withoutZeroDecimals(value);
      if (!/^[1-9]\d{12}$/.test(text)) return new Refusal(`must be ${expects}`);
      return Number(text[0]) === checkDigit(text) ? text : new Refusal(`must be ${expects}: its check digit is wrong`);
    },
  });
}

/** From the last digit on, weights 1 and 2 in turn; nine less the remainder by nine (Order of the Ministry of Finance, 2014, no. 70). */
function checkDigit(text: string): number {
  let sum = 0;
  for (let place = 1; place <= 12; place += 1) sum += Number(text[13 - place]) * (place % 2 === 1 ? 1 : 2);
  return 9 - (sum % 9);
}

/** A passport's number, as its machine-readable zone holds it (ICAO 9303). */
export function passport(): Cell {
  return matching(/^[A-Z0-9]{6,9}$/, 'a passport number of 6 to 9 capital letters and digits such as AB1234567');
}

/** Pakistan's national identity number, with or without its hyphens; kept with them. */
export function cnic(): Cell {
  const expects = 'a CNIC of 13 digits such as 35202-1234567-1';
  return cellOf({
    sqlType: 'text',
    expects,
    parse(text) {
      const parts = /^(\d{5})-?(\d{7})-?(\d)$/.exec(withoutZeroDecimals(text));
      return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : new Refusal(`must be ${expects}`);
    },
  });
}

/** An address on the web. */
export function url(): Cell {
  const expects = 'a web address such as https://www.example.com/';
  return cellOf({
    sqlType: 'text',
    expects,
    plain: false,
    parse: (text) =>
      /^https?:\/\/[^\s\\\p{C}\p{Default_Ignorable_Code_Point}]{1,2000}$/u.test(text) && URL.canParse(text)
        ? text
        : new Refusal(`must be ${expects}`),
  });
}

/** An e-mail address. */
export function email(): Cell {
  return matching(
    /^(?=.{3,254}$)[^\s@\\,;:<>"()[\]\p{C}\p{Default_Ignorable_Code_Point}]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/u,
    'an e-mail address such as name@example.com',
  );
}

/** A telephone number with its country code (E.164); blanks, hyphens and brackets are taken out. */
export function phone(): Cell {
  const expects = 'a telephone number with its country code such as +923001234567';
  return cellOf({
    sqlType: 'text',
    expects,
    parse(text) {
      const digits = text.replace(/[ ().-]/g, '');
      return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : new Refusal(`must be ${expects}`);
    },
  });
}
