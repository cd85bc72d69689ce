/** The SDL of the subgraph `node`, for these entity types: each of them is there by its id alone. */
export function nodeSdl(typeNames: readonly string[]): string {
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

type Query {
  "Anything by its id, whatever its type. Null where nothing has this id."
  node(
    "The \`id\` of any object of the hub."
    id: ID!
  ): Node

  "Several objects by their ids, in the order of the ids; null where nothing has an id."
  nodes(
    "The \`id\`s of any objects of the hub, at most 100."
    ids: [ID!]!
  ): [Node]!
}

"Anything that \`node(id)\` can fetch again."
interface Node {
  "Opaque, stable and unique across all types of the hub. Do not take it apart: its make-up may change."
  id: ID!
}
${typeNames.map(stub).join('')}`;
}

function stub(name: string): string {
  return `
type ${name} implements Node @key(fields: "id") {
  "Opaque, stable and unique across all types of the hub. Do not take it apart: its make-up may change."
  id: ID!
}
`;
}
