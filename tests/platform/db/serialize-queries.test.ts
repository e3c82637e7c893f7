import { expect, it } from "vitest";
import { serializeQueries } from "@/lib/platform/db/serialize-queries";

type Query = Parameters<Parameters<typeof serializeQueries>[0]["executeRaw"]>[0];
const query = (sql: string): Query => ({ sql, args: [], argTypes: [] });

/** A connection that logs its queries in order of completion, and counts how many ran at once at most. */
function connection() {
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const ask = async ({ sql }: Query) => {
    most = Math.max(most, ++running);
    await new Promise(setImmediate);
    running--;
    log.push(sql);
    if (sql === "fails") throw new Error("failed query");
    return sql.length;
  };
  const queryRaw = async (one: Query) => ({ columnNames: [], columnTypes: [], rows: [[await ask(one)]] });
  return { log, most: () => most, queryRaw, executeRaw: ask };
}

it("runs queries on a connection one after another, in order", async () => {
  const plain = connection();
  await Promise.all(["a", "b"].map((sql) => plain.executeRaw(query(sql))));
  expect(plain.most()).toBe(2);

  const { log, most, ...queries } = connection();
  const serial = serializeQueries(queries);
  const all = [serial.executeRaw(query("one")), serial.queryRaw(query("second")), serial.executeRaw(query("three"))];
  expect(await Promise.all(all)).toEqual([3, { columnNames: [], columnTypes: [], rows: [[6]] }, 5]);
  expect(log).toEqual(["one", "second", "three"]);
  expect(most()).toBe(1);
});

it("continues after a failed query, which alone rejects", async () => {
  const serial = serializeQueries(connection());
  const answers = await Promise.allSettled(["one", "fails", "three"].map((sql) => serial.executeRaw(query(sql))));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
