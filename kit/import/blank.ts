/** Blanks, and characters that nobody sees: zero-width ones, marks of direction, soft hyphens, byte order marks, fillers. */
const UNSEEN =
  /[\s\u0085\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f/;
/** Text in which nothing can be seen, not even a mark that would change the character before it. */
const NOTHING_TO_SEE = /^[\s\u0085\u2800\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]*$/u;

/**
 * The value of a cell: its text without what nobody sees at its ends. Within it such characters stay, since scripts need some
 * of them (Urdu the zero-width non-joiner, kanji the selectors of their variants).
 */
export function trimmed(text: string): string {
  // Nearly every value begins and ends in ink; to see it costs less than `trim` does.
  if (text === '' || (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)))) return text;
  let start = 0;
  let end = text.length;
  while (start < end && isUnseen(text, start)) start += 1;
  while (end > start && isUnseen(text, end - 1)) end -= 1;
  const value = text.slice(start, end);
  return NOTHING_TO_SEE.test(value) ? '' : value;
}

/** Whether a cell holds nothing. */
export function isBlank(text: string): boolean {
  return text === '' || (!isInk(text.charCodeAt(0)) && trimmed(text) === '');
}

function isUnseen(text: string, place: number): boolean {
  return !isInk(text.charCodeAt(place)) && UNSEEN.test(text.charAt(place));
}

function isInk(code: number): boolean {
  return code > 32 && code < 127;
}
