/** A row of a sheet by column name; the empty text is an unknown cell. */
export type SampleRow = Record<string, string>;
