import type { Reader } from '../../kit/database/reader.js';
import { agreementLoaders } from './agreement/agreement.loaders.js';
import { companyLoaders } from './company/company.loaders.js';

/** What one request needs of `companies`. */
export interface CompaniesContext {
  readonly loaders: ReturnType<typeof companyLoaders> & ReturnType<typeof agreementLoaders>;
}

export function createContext(reader: Reader): CompaniesContext {
  return { loaders: { ...companyLoaders(reader), ...agreementLoaders(reader) } };
}
