/** The SDL of the subgraph `node` for these entity types. It knows each of them only by its id. */
export function nodeSdl(typeNames: readonly string[]): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

type Query {
  "Returns any object by its id, whatever its type. Null if there is none, or none that you may see."
  node(
    "The \`id\` of an object of the hub."
    id: ID!
  ): Node

  "Returns several objects by their ids, in the order of the ids. The entry of an id is null if there is no such object, or none that you may see."
  nodes(
    "The \`id\`s of the objects, at most 100."
    ids: [ID!]!
  ): [Node]!
}

"An object that has an id. \`node(id)\` returns it again."
interface Node {
  "The id of the object, unique across all types. It never changes. Do not parse it: its format may change."
  id: ID!
}
${typeNames.map(stub).join('')}`;
}

function stub(name: string): string {
  return `
type ${name} implements Node @key(fields: "id") {
  "The id of the object, unique across all types. It never changes. Do not parse it: its format may change."
  id: ID!
}
`;
}
