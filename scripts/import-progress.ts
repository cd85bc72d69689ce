import type { ImportProgress } from '../kit/import/run-import.js';

const EVERY_MS = 1_000;

/** Tells how far an import is: at most a line a second, and each phase once. */
export function showProgress(): (progress: ImportProgress) => void {
  let shown = performance.now();
  let phase = '';
  return (progress) => {
    const due = performance.now() - shown >= EVERY_MS || (progress.phase !== phase && progress.rows >= 10_000);
    if (!due) return;
    shown = performance.now();
    phase = progress.phase;
    console.log(describe(progress));
  };
}

function describe(progress: ImportProgress): string {
  const rows = `${progress.rows.toLocaleString('en')} rows`;
  if (progress.phase !== 'reading') return `${progress.phase} ${rows}`;
  const { bytes, totalBytes } = progress;
  const share = bytes && totalBytes ? ` (${Math.round((100 * bytes) / totalBytes)} %)` : '';
  return `reading: ${rows}${share}`;
}
