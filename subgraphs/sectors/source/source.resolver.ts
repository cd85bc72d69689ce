import { FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { globalId } from '../../../kit/schema/global-id.js';
import { Source } from './source.type.js';

@Resolver(Source)
export class SourceResolver {
  @FieldResolver(() => ID)
  id(@Root() { key }: Source) {
    return globalId('Source', key);
  }
}
