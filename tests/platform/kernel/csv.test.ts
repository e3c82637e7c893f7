import { describe, expect, it } from "vitest";
import { csvFile } from "@/lib/platform/kernel/csv";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";
import { Spool } from "@/lib/platform/kernel/spool";
import type { Lines, Table } from "@/lib/platform/kernel/table";

const textOf = async (table: Table, gone?: AbortSignal): Promise<string> => {
  const spool = new Spool(1_000_000);
  await table.writeTo(spool, { gone });
  const pieces: Uint8Array[] = [];
  for await (const piece of spool.pieces()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};
const read = (pieces: AsyncIterable<Lines> | Iterable<Lines>, gone?: AbortSignal) =>
  textOf(csvFile("list", ["a"], pieces).body as Table, gone);
const bodyOf = (cells: readonly (string | number | boolean | null)[]) => read([[cells]]);

it("starts with a byte order mark and uses spreadsheet line endings", async () => {
  const { filename, contentType, body } = csvFile("list", ["Name", "Count"], [[["Ünal, A.", 3]]]);
  expect({ filename, contentType }).toEqual({ filename: "list.csv", contentType: "text/csv; charset=utf-8" });
  expect(await textOf(body as Table)).toBe('\uFEFFName,Count\r\n"Ünal, A.",3\r\n');
});

it.each([
  "=1+1",
  "+31 10 555",
  "-2+3",
  "-cmd|x",
  "--2",
  "-2.",
  "@cmd",
  "\tx",
  "\rx",
  "＝1",
  '=HYPERLINK("http://x","y")',
])("defuses %j", async (text) => {
  const cell = (await bodyOf([text])).split("\r\n").slice(1).join("\r\n").replace(/^"/, "");
  expect(cell.startsWith("'")).toBe(true);
});

it("keeps negative amounts as numbers, so that spreadsheets can sum them", async () => {
  expect(await bodyOf([decimalMoney({ amountMinor: -1_250, currency: "EUR" }), "-500", "12.50"])).toBe(
    "\uFEFFa\r\n-12.50,-500,12.50\r\n",
  );
});

it("preserves numbers, quotes and line endings", async () => {
  expect(await bodyOf([-2, 'say "hi"', "a\nb", true, null])).toBe('\uFEFFa\r\n-2,"say ""hi""","a\nb",yes,\r\n');
});

describe("a long list", () => {
  it("is written in chunks, every line once and in order, and yields to other work after each", async () => {
    const chunks = Array.from({ length: 5 }, (_, chunk) => Array.from({ length: 200 }, (_, n) => [200 * chunk + n]));
    let turns = 0;
    let ended = false;
    const others = () => {
      turns++;
      if (!ended) setImmediate(others);
    };
    setImmediate(others);
    const written = (await read(chunks)).slice(1).trimEnd().split("\r\n");
    ended = true;
    expect(turns).toBeGreaterThanOrEqual(5);
    expect(written).toEqual(["a", ...chunks.flat().map(String)]);
  });

  it("is read no further once the caller has disconnected", async () => {
    const gone = new AbortController();
    let asked = 0;
    async function* pieces() {
      for (;;) {
        asked++;
        if (asked === 3) gone.abort();
        yield [[asked]];
      }
    }
    await expect(read(pieces(), gone.signal)).rejects.toThrow(/aborted/);
    expect(asked).toBe(3);
  });
});
