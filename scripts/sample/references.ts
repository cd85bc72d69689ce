/** A number with leading zeros. */
export function numbered(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

export const personReference = (index: number) => `S-P-${numbered(index, 7)}`;
export const placementReference = (index: number) => `S-PL-${numbered(index, 7)}`;
export const contractReference = (index: number) => `S-C-${numbered(index, 5)}`;
/** The number of a made-up Certificate of Eligibility. */
export const coeNumber = (index: number) => `S-COE-${numbered(index, 7)}`;
