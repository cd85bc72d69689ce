import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { projectFile } from '../../kit/project.js';

const api = buildSchema(readFileSync(projectFile('schema', 'api.graphql'), 'utf8'));

/** Everything of a type that a client can see, by its coordinate. */
function parts(type: GraphQLNamedType): [string, string | null | undefined][] {
  const own: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    for (const { name, description } of type.getValues()) own.push([`${type.name}.${name}`, description]);
  if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      own.push([`${type.name}.${field.name}`, field.description]);
      for (const { name, description } of 'args' in field ? field.args : [])
        own.push([`${type.name}.${field.name}(${name}:)`, description]);
    }
  }
  return own;
}

const types = Object.values(api.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && type.name !== 'Query',
);

test('everything that a client can see is described', () => {
  const silent = types.flatMap(parts).filter(([, description]) => !description?.trim());
  expect(silent.map(([coordinate]) => coordinate)).toEqual([]);
});
