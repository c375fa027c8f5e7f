import { InvalidConfigError, type Store } from "giliran";
import { expect } from "vitest";
import { defineKind, type Family, type Kind, type KindShape, type TableShape } from "../../src/store/kind.js";
import { saved } from "../../src/store/scope.js";
import { roomKind } from "../../src/testing/conformance/annex.js";
import { save, scopeOf, want } from "../../src/testing/conformance/store-calls.js";

interface Tree {
  readonly treeId: string;
  readonly plot: string;
  readonly height: number;
  readonly gardeners: readonly string[];
}

const tree: Tree = { treeId: "T", plot: "P", height: 1, gardeners: ["someone"] };

/** What is changed in a family that is right. */
interface Change {
  readonly shape?: Partial<KindShape<Tree>>;
  readonly lookUps?: Parameters<typeof defineKind<Tree, string>>[1];
  readonly table?: Partial<TableShape>;
  readonly list?: { readonly name: string; readonly key: string; readonly while?: string };
  readonly kinds?: (kind: Kind<Tree>) => readonly Kind[];
}

const columns: KindShape<Tree>["columns"] = {
  treeId: { type: "text", of: ({ treeId }) => treeId },
  plot: { type: "text", of: ({ plot }) => plot },
  height: { type: "integer", of: ({ height }) => height },
};

let families = 0;

/** A family of one kind, by names that nobody else has. */
function treesWith({ shape, lookUps, table, list, kinds = (kind) => [kind] }: Change): Kind<Tree> {
  const number = ++families;
  const [name, listName] = [`tree${number}`, `gardener${number}`];
  const kind: Kind<Tree, string> = defineKind<Tree, string>(
    {
      name,
      short: "tr",
      family: () => family,
      key: ["treeId"],
      columns,
      isolation: "own",
      lists: { [listName]: { short: "ga", each: ({ gardeners }) => gardeners } },
      ...shape,
    },
    lookUps ?? { ofGardener: { short: "ga", list: listName } },
  );
  const made: TableShape = {
    name,
    columns: { treeId: "text", plot: "text", height: "integer" },
    key: ["treeId"],
    record: true,
    versioned: true,
    ...table,
  };
  const family: Family = {
    name: `garden${number}`,
    kinds: kinds(kind),
    migrations: [
      [
        { kind: "table", table: made },
        { kind: "list", list: list ?? { name: listName, key: "treeId" } },
      ],
    ],
  };
  return kind;
}

type WrongFamily = readonly [why: string, says: RegExp, make: () => Kind<Tree>];

/** Each is refused by every store, in words that name it. */
const wrongKinds: readonly WrongFamily[] = [
  [
    "a kind that is not in its family",
    /^kind tree\d+: expected a kind among the kinds of its family garden\d+, found none of them; add it/,
    () => treesWith({ kinds: () => [] }),
  ],
  [
    "a look-up by a column that the kind does not have",
    /^kind tree\d+, lookUps.ofHeight: expected columns of the kind \(treeId, plot, height\), found size/,
    () => treesWith({ lookUps: { ofHeight: { short: "h", by: ["size"] } }, shape: { lists: {} } }),
  ],
  [
    "a look-up by a list that the kind does not have",
    /^kind tree\d+, lookUps.ofOwner: expected a list of the kind, found owner; describe it/,
    () => treesWith({ lookUps: { ofOwner: { short: "o", list: "owner" } } }),
  ],
  [
    "an age that is no column",
    /^kind tree\d+, agedBy: expected columns of the kind .*, found plantedAt/,
    () => treesWith({ shape: { agedBy: "plantedAt" } }),
  ],
  [
    "a home of which it lacks a column",
    /^kind tree\d+, isolation.home: expected columns of the kind .*, found roomId/,
    () => treesWith({ shape: { isolation: { home: roomKind } }, table: { versioned: false } }),
  ],
  [
    "a list of records with a key of two columns",
    /^kind tree\d+, lists: expected a key of one column, found treeId, plot/,
    () => treesWith({ shape: { key: ["treeId", "plot"] }, table: { key: ["treeId", "plot"] } }),
  ],
  [
    "two kinds of a family with one short name",
    /^family garden\d+: expected short names that are used once, found tr of kind tree\d+ and of list gardener\d+/,
    () => treesWith({ shape: { lists: { [`gardener${families + 1}`]: { short: "tr", each: () => [] } } } }),
  ],
];

/** Each is refused by databases with tables. */
const wrongTables: readonly WrongFamily[] = [
  [
    "a column that no migration makes",
    /^kind tree\d+, columns.height: expected a column "integer" in the table tree\d+ .*, found none; add a migration/,
    () => treesWith({ table: { columns: { treeId: "text", plot: "text" } } }),
  ],
  [
    "a column of another type",
    /^kind tree\d+, columns.height: expected a column "integer" .*, found "text"; add a migration/,
    () => treesWith({ table: { columns: { treeId: "text", plot: "text", height: "text" } } }),
  ],
  [
    "a column of the table that is never NULL and that the kind does not have",
    /^kind tree\d+, columns: expected all columns .*, found no age; describe it, or let the migration say "integer\?"/,
    () =>
      treesWith({ table: { columns: { treeId: "text", plot: "text", height: "integer", age: "integer" } } }),
  ],
  [
    "a table that no migration makes",
    /^kind tree\d+, migrations: expected a step of family garden\d+ that makes the table tree\d+, found none/,
    () => treesWith({ table: { name: "another" } }),
  ],
  [
    "a key that is not the table's",
    /^kind tree\d+, migrations: expected a table with the kind's key \(treeId\), found plot/,
    () => treesWith({ table: { key: ["plot"] } }),
  ],
  [
    "a version of its own without one in the table",
    /^kind tree\d+, migrations: expected a table with versioned: true, as .* "own", found one without it/,
    () => treesWith({ table: { versioned: false } }),
  ],
  [
    "a version in the table and none of its own",
    /^kind tree\d+, migrations: expected a table without versioned, .*, found one with it/,
    () => treesWith({ shape: { isolation: "none" } }),
  ],
  [
    "a list without a table",
    /^kind tree\d+, lists.gardener\d+, migrations: expected a step .* that makes the table gardener\d+, found none/,
    () => treesWith({ list: { name: "others", key: "treeId" } }),
  ],
  [
    "a detail without a table",
    /^kind tree\d+, details.branch, migrations: expected a step .* that makes the table branch, found none/,
    () =>
      treesWith({
        shape: { details: { branch: { key: ["no"], columns: { no: "integer" }, rows: () => [] } } },
      }),
  ],
];

/** A store that is opened by `connect` refuses each in its own calls, keeps nothing of it and goes on. */
export async function refusesWrongFamilies(
  connect: () => Promise<Store> | Store,
  hasTables: boolean,
): Promise<void> {
  for (const [why, says, make] of hasTables ? [...wrongKinds, ...wrongTables] : wrongKinds) {
    const kind = make();
    const calls: readonly ((store: Store) => Promise<unknown>)[] = [
      (store) => save(store, saved(kind, [tree])),
      (store) => store.read(scopeOf(want(kind.byKey, ["T"]))),
      (store) => store.find({ lookUp: kind.byKey, value: ["T"], limit: 1 }),
      (store) =>
        store.transact(scopeOf(want(roomKind.byKey, ["none"])), () => ({
          result: 1,
          save: [saved(kind, [tree])],
        })),
    ];
    for (const call of calls) {
      const store = await connect();
      const error: unknown = await call(store).catch((failure: unknown) => failure);
      expect(error, why).toBeInstanceOf(InvalidConfigError);
      expect((error as Error).message, why).toMatch(says);
      await save(store, saved(roomKind, [{ roomId: "R", people: 1 }]));
    }
  }
}

/** Two families that are right alone and have a name in common. */
export async function refusesNamesakes(connect: () => Promise<Store> | Store): Promise<void> {
  const first = treesWith({});
  const sameKind = treesWith({ shape: { name: first.name }, table: { name: first.name } });
  const cases = [
    [
      sameKind,
      /^family garden\d+: expected names that no other family has .*, found tree\d+, which family garden\d+ has too/,
    ],
  ] as const;
  for (const [second, says] of cases) {
    const store = await connect();
    await save(store, saved(first, [tree]));
    const error: unknown = await save(store, saved(second, [{ ...tree, height: 2 }])).catch(
      (failure: unknown) => failure,
    );
    expect((error as Error).message).toMatch(says);
    const { records } = await store.read(scopeOf(want(first.byKey, ["T"])));
    expect(records[first.name]).toEqual([tree]);
  }
}

/** What is right is kept. */
export async function keepsRightFamilies(connect: () => Promise<Store> | Store): Promise<void> {
  const kind = treesWith({});
  const store = await connect();
  await save(store, saved(kind, [tree]));
  const { records } = await store.read(scopeOf(want(kind.byKey, ["T"])));
  expect(records[kind.name]).toEqual([tree]);
}
