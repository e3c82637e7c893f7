import { expect, it } from "vitest";
import { csvFile } from "@/lib/platform/kernel/csv";
import { decimalMoney } from "@/lib/platform/kernel/decimal-money";

const bodyOf = (cells: readonly (string | number | boolean | null)[]) => csvFile("list", ["a"], [cells]).body;

it("starts with a byte order mark and uses spreadsheet line endings", () => {
  expect(csvFile("list", ["Name", "Count"], [["Ünal, A.", 3]])).toEqual({
    filename: "list.csv",
    contentType: "text/csv; charset=utf-8",
    body: '\uFEFFName,Count\r\n"Ünal, A.",3\r\n',
  });
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
])("defuses %j", (text) => {
  const cell = String(bodyOf([text]))
    .split("\r\n")
    .slice(1)
    .join("\r\n")
    .replace(/^"/, "");
  expect(cell.startsWith("'")).toBe(true);
});

it("keeps negative amounts as numbers, so that spreadsheets can sum them", () => {
  expect(bodyOf([decimalMoney({ amountMinor: -1_250, currency: "EUR" }), "-500", "12.50"])).toBe(
    "\uFEFFa\r\n-12.50,-500,12.50\r\n",
  );
});

it("preserves numbers, quotes and line endings", () => {
  expect(bodyOf([-2, 'say "hi"', "a\nb", true, null])).toBe('\uFEFFa\r\n-2,"say ""hi""","a\nb",yes,\r\n');
});
