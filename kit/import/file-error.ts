import { OperatorError } from '../errors.js';

/** A file that cannot be read as a table at all; a bad cell of a readable one is a Problem of the report instead. */
export class FileError extends OperatorError {}
