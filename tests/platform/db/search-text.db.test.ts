import fc from "fast-check";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { searchText } from "@/lib/platform/kernel/search-text";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function inDatabase(texts: string[]): Promise<string[]> {
  const { rows } = await client.query(
    "select portcullis_search_text(t) plain from unnest($1::text[]) with ordinality as u(t, n) order by n",
    [texts],
  );
  return rows.map(({ plain }) => plain);
}

/** Added since Unicode 13, PostgreSQL 14's: they decompose only where that version is known, so the two sides may differ. */
const NEW =
  /[\ua7f1-\ua7f4\u{10780}-\u{107bf}\u{10940}-\u{1095f}\u{105c0}-\u{105ff}\u{11380}-\u{113ff}\u{16100}-\u{1613f}\u{16d40}-\u{16d8f}\u{1cc00}-\u{1ceff}\u{1e030}-\u{1e08f}]/u;
/** Unassigned code points, and ideographs, which don't decompose. */
const PLAIN = /[\p{Cn}\p{Co}\p{Cs}\p{Unified_Ideograph}]/u;

test("the database and the application produce the same search text for every code point", async () => {
  const points = Array.from({ length: 0x10ffff }, (_, n) => String.fromCodePoint(n + 1));
  const texts = points.filter((point) => !PLAIN.test(point) && !NEW.test(point)).map((point) => `a${point}b`);
  expect(texts.length).toBeGreaterThan(40_000);
  for (let from = 0; from < texts.length; from += 5000) {
    const some = texts.slice(from, from + 5000);
    expect(await inDatabase(some)).toEqual(some.map(searchText));
  }
});

test("and for any text", async () => {
  const unit = fc.oneof(
    fc.constantFrom(..."aAßẞæÆøŁİıIſſΣς’“–´` \u0301\u0307\u0327\u00a0\u200d\u3000\tﬁ㌔ガｶﾞ한각नि"),
    fc
      .integer({ min: 1, max: 0x10fff })
      .map((point) => (point >= 0xd800 && point <= 0xdfff ? "x" : String.fromCodePoint(point))),
  );
  const texts = fc.sample(fc.array(unit, { maxLength: 30 }), 5_000).map((parts) => parts.join(""));
  const known = texts.filter((text) => !NEW.test(text));
  expect(await inDatabase(known)).toEqual(known.map(searchText));
});
