import type { Asked, Row, Toy } from './toy.js';

const size = (cm: number): Row => ({ __typename: 'Size', cm, grams: cm * 10 });
const brand: Row = { __typename: 'Brand', id: 'b1', group: { __typename: 'Group', code: 'G' }, name: 'Acme' };
const lamp: Row = {
  __typename: 'Product',
  sku: 's1',
  upc: 'u1',
  name: 'Lamp',
  price: 100,
  weight: 3,
  stock: 7,
  size: size(4),
  kind: 'GOODS',
  brand,
};
const rug: Row = {
  __typename: 'Product',
  sku: 's2',
  upc: 'u2',
  name: 'Rug',
  price: 20,
  weight: null,
  stock: 0,
  size: size(9),
  kind: 'GOODS',
  brand,
};
const order: Row = { __typename: 'Order', id: 'o1', lines: [lamp, rug], gift: rug, total: 120 };
lamp.similar = [rug];
rug.similar = [];

export const SHOP_OPERATIONS: Asked[] = [
  [
    'fields behind a key that the root does not give',
    '{ product(sku: "s1") { stock price weight } low { name kind } }',
  ],
  ['a field that requires an object of another subgraph', '{ products { freight } low { freight size { cm } } }'],
  [
    'fields that require fields that require',
    '{ products { landed label } orders { lines { landed } gift { label } } }',
  ],
  [
    'a key of several fields, one of them an object',
    '{ found { ... on Brand { orders { total } name } ... on Product { maker } } }',
  ],
  ['what is provided', '{ orders { lines { name } gift { name price } } }'],
  ['a value type that several subgraphs share', '{ version products { size { grams } brand { group { code } } } }'],
  ['a null among what is required', '{ product(sku: "s2") { label weight note: name } }'],
  [
    'there and back again',
    '{ orders { gift { stock brand { orders { gift { maker brand { name } } lines { landed } } } } } }',
  ],
  [
    'aliases that hide keys',
    '{ products { sku: name upc: price id: sku stock brand { id: name group: id orders { id: total } } } }',
  ],
];

/** Keys of several kinds, @requires through them, @provides, @shareable, @override and @external. */
export const shop: Toy = {
  subgraphs: {
    catalogue: `
      type Query { products: [Product!]! product(sku: String!): Product version: String! @shareable found: [Found]! }
      type Product @key(fields: "sku") @key(fields: "upc") {
        sku: String!
        upc: String!
        name: String! @shareable
        size: Size
        kind: Kind!
        brand: Brand!
        price: Int
        similar: [Product!]!
      }
      type Size @shareable { cm: Int! grams: Int }
      type Brand @key(fields: "id group { code }") { id: ID! group: Group! name: String @shareable }
      type Group @shareable { code: String! }
      enum Kind { GOODS SERVICE }
      union Found = Product | Brand
    `,
    stock: `
      type Query { version: String! @shareable low: [Product!]! }
      type Product @key(fields: "upc") {
        upc: String!
        stock: Int!
        price: Int @override(from: "catalogue")
        weight: Int
        size: Size @external
        freight: Int @requires(fields: "size { grams }")
      }
      type Size { grams: Int @external }
    `,
    orders: `
      type Query { orders: [Order!]! }
      type Order @key(fields: "id") { id: ID! lines: [Product!]! @provides(fields: "name") gift: Product total: Int! }
      type Product @key(fields: "sku") {
        sku: String!
        name: String! @external
        price: Int @external
        weight: Int @external
        freight: Int @external
        label: String @requires(fields: "name price weight")
        landed: Int @requires(fields: "price freight")
        brand: Brand! @external
        maker: String @requires(fields: "brand { id group { code } }")
      }
      type Brand @key(fields: "id group { code }") { id: ID! group: Group! orders: [Order!]! }
      type Group @shareable { code: String! }
    `,
  },
  rows: [lamp, rug, brand, order],
  resolvers: {
    Query: {
      products: () => [lamp, rug],
      product: (_, { sku }) => [lamp, rug].find((row) => row.sku === sku) ?? null,
      version: () => '1',
      found: () => [brand, null, rug],
      low: () => [rug],
      orders: () => [order],
    },
    Product: {
      freight: ({ size: of }) => (of == null ? null : Number((of as Row).grams) * 2),
      label: ({ name, price, weight }) => `${name} ${price} ${weight}`,
      landed: (row) => Number(row.price) + Number(row.freight ?? Number((row.size as Row).grams) * 2),
      maker: ({ brand: of }) => `${(of as Row).id}/${((of as Row).group as Row).code}`,
    },
    Brand: { orders: () => [order] },
  },
};
