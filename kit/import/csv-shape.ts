/** Characters that programs put between columns in the place of the comma, and what they are called. */
const SEPARATORS: Readonly<Record<string, string>> = {
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
  '，': 'full-width commas',
  '；': 'full-width semicolons',
  '、': 'ideographic commas',
};

const REMEDY = 'save the file as CSV UTF-8 (comma delimited)';

export const LINE_ENDS_PROBLEM = `lines must end with LF or CRLF, and here a CR alone ends them: ${REMEDY}`;

/** What is wrong with columns that this character separates; undefined where it separates none. */
export function separatorProblem(character: string): string | undefined {
  const name = SEPARATORS[character];
  return name && `the columns must be separated by commas, not ${name}: ${REMEDY}`;
}

/** What is wrong with a row of one cell that another separator cuts into as many cells as there are columns. */
export function rowShapeProblem(cell: string, width: number): string | undefined {
  const separator = Object.keys(SEPARATORS).find((each) => width > 1 && cell.split(each).length === width);
  return separator && separatorProblem(separator);
}

/**
 * What is wrong with how the first line of a file is cut into lines and columns. It is looked at before anything is parsed,
 * because a quoted cell beside another separator is no CSV at all, and an error about its quotes would mislead.
 */
export function shapeProblem(line: string, columns: readonly string[]): string | undefined {
  const unquoted = line.replace(/"[^"]*(?:"|$)/g, '').replace(/\r?\n?$/, '');
  if (unquoted.includes('\r')) return LINE_ENDS_PROBLEM;
  const isColumn = (name: string) =>
    columns.includes(
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
  const columnsBy = (separator: string) => line.split(separator).filter(isColumn).length;
  const byCommas = columnsBy(',');
  for (const separator of Object.keys(SEPARATORS)) {
    const known = columnsBy(separator);
    const alone = !unquoted.includes(',') && unquoted.includes(separator);
    // A single semicolon in the words of a title separates nothing.
    const isTable = known > 0 || (isUsual(separator) && unquoted.split(separator).length > 2);
    if ((alone && isTable) || known > Math.max(byCommas, 1)) return separatorProblem(separator);
  }
  return undefined;
}

function isUsual(separator: string): boolean {
  return separator === ';' || separator === '\t';
}
