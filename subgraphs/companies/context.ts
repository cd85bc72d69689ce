import type { Reader } from '../../kit/database/reader.js';
import type { RequestContext } from '../../kit/request.js';
import type { Viewer } from '../../kit/viewer.js';
import { agreementLoaders } from './agreement/agreement.loaders.js';
import { companyLoaders } from './company/company.loaders.js';

/** What one request needs of `companies`. */
export interface CompaniesContext {
  readonly viewer: Viewer;
  readonly loaders: ReturnType<typeof companyLoaders> & ReturnType<typeof agreementLoaders>;
}

export function createContext(reader: Reader, { viewer }: RequestContext): CompaniesContext {
  return { viewer, loaders: { ...companyLoaders(reader), ...agreementLoaders(reader) } };
}
