/** How many rows a page of a list of names has, and how many pages are read: names beyond them are not suggested. */
const PAGE_ROWS = 100;
export const MOST_NAME_PAGES = 500;

const names = (key: string) => `key: ${key} en: name(language: EN) ja: name(language: JA) ur: name(language: UR)`;

/** Asks for the keys and names of a connection, page by page. */
export function namesOfConnection(field: string, key: string): string {
  return `query ($after: String) {
    list: ${field}(first: ${PAGE_ROWS}, after: $after) { nodes { ${names(key)} } pageInfo { endCursor hasNextPage } }
  }`;
}

/** Asks for the keys and names of a list that comes as a whole. */
export function namesOfList(field: string, key: string): string {
  return `{ list: ${field} { ${names(key)} } }`;
}
