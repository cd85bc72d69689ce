/** `AB1234567` → `••••4567`: enough to recognise a document in your hand, not enough to learn a stranger's. A short value shows at most half. */
export function lastFour(value: string | null): string | null {
  if (!value) return value;
  const shown = Math.min(4, Math.floor(value.length / 2));
  return `••••${value.slice(value.length - shown)}`;
}
