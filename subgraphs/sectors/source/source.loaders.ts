import { rowByKey } from '../../../kit/database/loaders.js';
import type { Reader } from '../../../kit/database/reader.js';
import { tableOf } from '../../../kit/database/table.js';
import { SourceEntity } from './source.entity.js';
import type { Source } from './source.type.js';

const sources = tableOf(SourceEntity);

export function sourceLoaders(reader: Reader) {
  return { sourceByKey: rowByKey<Source>(reader, sources, 'key') };
}
