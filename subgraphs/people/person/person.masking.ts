/** `AB1234567` → `••••4567`: enough to recognise a document that one holds, too little to learn a stranger's. */
export function lastFour(value: string | null): string | null {
  return value && `••••${value.slice(-4)}`;
}
