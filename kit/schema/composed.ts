/**
 * Text in Unicode's composed form (NFC), in which the hub keeps it: `が` may be typed as one character or as two, and is the same text.
 * Other likenesses stay apart: half-width and full-width letters are different text.
 */
export function composed(text: string): string {
  return text.normalize('NFC');
}
