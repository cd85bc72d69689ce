/** `AB1234567` → `••••4567`: enough to recognise a document that one holds, too little to learn a stranger's: of a short value no more than half. */
export function lastFour(value: string | null): string | null {
  if (!value) return value;
  const shown = Math.min(4, Math.floor(value.length / 2));
  return `••••${value.slice(value.length - shown)}`;
}
