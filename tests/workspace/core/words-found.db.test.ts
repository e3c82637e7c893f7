import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { layAtSize, SIZE } from "./lay-at-size";

/** Kinds with ten thousand rows, or as many as are laid below, and the column that is searched. */
const kinds = [
  ["group-name", "DiscussionGroup", "nameSearch"],
  ["thread-title", "DiscussionThread", "titleSearch"],
  ["meeting-title", "Meeting", "titleSearch"],
  ["action-title", "Action", "search"],
  ["decision-title", "Decision", "titleSearch"],
  ["decision", "Decision", "textSearch"],
  ["link-title", "Link", "search"],
  ["folder-name", "Folder", "nameSearch"],
  ["document-name", "Document", "nameSearch"],
  ["document", "FileText", "textSearch"],
  ["item", "MeetingItem", "textSearch"],
  ["post", "DiscussionReply", "bodySearch"],
] as const;

let portal: TestPortal;
let account: string;
let client: Client;

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  await layAtSize(portal);
  client = new Client({ connectionString: portal.url });
  await client.connect();
  await client.query("set session_replication_role = replica");
  for (const statement of laid) await client.query(statement, [account]);
  await client.query("vacuum analyze");
});
afterAll(async () => {
  await client.end();
  await portal.close();
});

const rows = `generate_series(1, ${SIZE}) n`;
const sized = "'Sized ' || to_char(n, 'FM00000')";
const ids = "select md5('file ' || n)::uuid, $1::uuid";
const laid = [
  `insert into "Folder" ("id", "accountId", "parentId", "governingId", "name", "createdByName")
   ${ids}, top."id", top."id", ${sized}, 'Ana' from ${rows}, "Folder" top where top."accountId" = $1::uuid and top."parentId" is null`,
  `insert into "StoredFile" ("id", "accountId", "draft", "name", "size", "received", "state", "contentType", "sha256", "storageKey")
   ${ids}, 'laid', ${sized}, 1, 1, 'attached', 'application/pdf', '0', 'laid' from ${rows}`,
  `insert into "Document" ("id", "accountId", "folderId", "name", "fileId", "uploadedByName")
   select md5('file ' || n)::uuid, $1::uuid, md5('file ' || n)::uuid, ${sized}, md5('file ' || n)::uuid, 'Ana' from ${rows}`,
  `insert into "FileText" ("fileId", "accountId", "state", "text") ${ids}, 'ready', ${sized} from ${rows}`,
  `insert into "MeetingItem" ("id", "accountId", "meetingId", "title", "position")
   select gen_random_uuid(), $1::uuid, m."id", ${sized}, n from ${rows},
     (select "id" from "Meeting" where "accountId" = $1::uuid limit 1) m`,
  `insert into "DiscussionReply" ("id", "accountId", "threadId", "number", "authorName", "body")
   select gen_random_uuid(), $1::uuid, t."id", 1000 + n, 'Ana', ${sized} from ${rows},
     (select "id" from "DiscussionThread" where "accountId" = $1::uuid limit 1) t`,
];

interface Found {
  readonly ids: string[];
  /** How many rows were read of each table, in the function as well. */
  readonly read: ReadonlyMap<string, number>;
}

/** Of names of files the first hundred are compared, to know whether a word is in most of them. */
const few = (kind: string): number => (kind === "document-name" ? 150 : 50);

/** As the portal's own role, in a transaction of the account. */
async function found(kind: string, words: readonly string[], most = 1_001, accountId = account): Promise<Found> {
  await client.query("begin");
  try {
    await client.query("select set_config('portcullis.account', $1, true)", [accountId]);
    await client.query("set local role portcullis_app");
    const patterns = words.map((word) => `%${word}%`);
    const before = await readSoFar();
    const { rows: hits } = await client.query<{ id: string }>("select * from portcullis_words_found($1, $2, $3)", [
      ...[kind, patterns],
      most,
    ]);
    const after = await readSoFar();
    const read = new Map([...after].map(([table, count]) => [table, count - (before.get(table) ?? 0)]));
    return { ids: hits.map(({ id }) => id), read };
  } finally {
    await client.query("rollback");
  }
}

/** By this connection, as far as it hasn't been added to the statistics of all. */
async function readSoFar(): Promise<Map<string, number>> {
  const { rows: reads } = await client.query<{ relname: string; read: number }>(
    "select relname, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables",
  );
  return new Map(reads.map(({ relname, read }) => [relname, read]));
}

/** Worked out plainly, on the row itself. */
async function having(table: string, column: string, words: readonly string[]): Promise<string[]> {
  const { rows: hits } = await client.query<{ id: string }>(
    `select ${table === "FileText" ? '"fileId"' : '"id"'} as id from "${table}"
     where "accountId" = $1 and (select bool_and("${column}" like '%' || word || '%') from unnest($2::text[]) word)`,
    [account, words],
  );
  return hits.map(({ id }) => id).sort();
}

describe.each(kinds)("%s, as the portal's own role", (kind, table, column) => {
  const words = kind === "decision" ? ["purpose"] : ["sized", "04210"];

  it("finds by index what has all words, one of which every row has", async () => {
    const { ids: hits, read } = await found(kind, words, SIZE * 3);
    expect([...hits].sort()).toEqual(await having(table, column, words));
    expect(hits.length).toBeGreaterThan(0);
    if (kind !== "decision") expect(read.get(table) ?? 0).toBeLessThan(few(kind));
  });

  it("ends at the most that is asked for, and reads little for what is everywhere", async () => {
    const { ids: hits, read } = await found(kind, [words[0] ?? ""], 100);
    expect(hits).toHaveLength(100);
    expect(read.get(table) ?? 0).toBeLessThan(2_500);
  });

  it("finds nothing for a word that isn't there, in another account, and without one", async () => {
    const { ids: none, read } = await found(kind, ["nowhere", words[0] ?? ""]);
    expect(none).toEqual([]);
    expect(read.get(table) ?? 0).toBeLessThan(few(kind));
    expect((await found(kind, words, 1_001, portal.demo.globex.id)).ids).toEqual([]);
    expect((await found(kind, words, 1_001, "")).ids).toEqual([]);
  });
});

test.each([
  ["one rare word", ["04210", "sized", "siz"], 1_001],
  ["no rare word", ["sized", "042", "zed"], 5],
  ["parts of one another", ["ized", "sized 0421"], 50],
  ["a word twice", ["04210", "04210"], 50],
] as const)("gives the same as comparing each row with %s", async (_, words, most) => {
  const plain = await having("Document", "nameSearch", words);
  const { ids: hits } = await found("document-name", words, most);
  expect(hits.every((id) => plain.includes(id))).toBe(true);
  expect(hits).toHaveLength(Math.min(plain.length, most));
});

test("names of files are found by any three letters or more of them, in every script, as by comparing each", async () => {
  const odd = [
    "Jahresbericht ÄÖÜ ß 100%.pdf",
    "a_b_c plan.txt",
    "back\\slash.csv",
    "日本語の資料.pdf",
    "🙂🙂🙂 photo.png",
    "ab",
  ];
  await client.query(
    `insert into "Document" ("id", "accountId", "folderId", "name", "fileId", "uploadedByName")
     select gen_random_uuid(), $1::uuid, d."folderId", n, d."fileId", 'Ana'
     from unnest($2::text[]) n, (select * from "Document" where "accountId" = $1 limit 1) d`,
    [account, odd],
  );
  const { rows: names } = await client.query<{ nameSearch: string }>(
    'select "nameSearch" from "Document" where "accountId" = $1 and "name" = any ($2)',
    [account, odd],
  );
  for (const { nameSearch } of names) {
    const letters = [...nameSearch];
    const parts = letters.flatMap((_, from) => [3, 4, 7].map((length) => letters.slice(from, from + length).join("")));
    for (const part of [...new Set(parts)].filter((one) => [...one].length >= 3)) {
      const escaped = part.replace(/[\\%_]/g, "\\$&");
      expect([part, (await found("document-name", [escaped])).ids.sort()]).toEqual([
        part,
        await having("Document", "nameSearch", [escaped]),
      ]);
    }
  }
  expect(names).toHaveLength(odd.length);
  expect((await found("document-name", ["ab"])).ids.length).toBeGreaterThan(0);
});

test("a word is no pattern of its own beyond what its caller has escaped, and no part of a statement", async () => {
  expect((await found("link-title", ["sized' or '1' = '1", "sized"])).ids).toEqual([]);
  expect((await found("link-title", ["siz\\_d", "sized"])).ids).toEqual([]);
  await expect(found("Person", ["sized"])).rejects.toThrow("nothing of this kind is searched for: Person");
});

test("the words of a post are found in its text and in the names of its files", async () => {
  const { rows: posts } = await client.query<{ replyId: string; nameSearch: string; bodySearch: string }>(
    `select a."replyId", a."nameSearch", r."bodySearch" from "DiscussionAttachment" a join "DiscussionReply" r on r."id" = a."replyId"
     where a."accountId" = $1 and r."deletedAt" is null limit 1`,
    [account],
  );
  const [post] = posts;
  const inName = /[a-z]{4,}/.exec(post?.nameSearch ?? "")?.[0] ?? "";
  const inText = /[a-z]{4,}/.exec(post?.bodySearch ?? "")?.[0] ?? "";
  expect((await found("post", [inName, inText])).ids).toContain(post?.replyId);
});
