import { expect, it } from "vitest";
import { serializeQueries } from "@/lib/platform/db/serialize-queries";

type Query = Parameters<Parameters<typeof serializeQueries>[0]["executeRaw"]>[0];
const query = (sql: string): Query => ({ sql, args: [], argTypes: [] });

/** Answers with how many were being asked at the time, in the order of the log. */
function connection() {
  const log: string[] = [];
  let asked = 0;
  let most = 0;
  const ask = async ({ sql }: Query) => {
    most = Math.max(most, ++asked);
    await new Promise(setImmediate);
    asked--;
    log.push(sql);
    if (sql === "fails") throw new Error("It fails.");
    return sql.length;
  };
  const queryRaw = async (one: Query) => ({ columnNames: [], columnTypes: [], rows: [[await ask(one)]] });
  return { log, most: () => most, queryRaw, executeRaw: ask };
}

it("runs queries on a connection one after another, in order", async () => {
  const plain = connection();
  await Promise.all(["a", "b"].map((sql) => plain.executeRaw(query(sql))));
  expect(plain.most()).toBe(2);

  const { log, most, ...asked } = connection();
  const inTurn = serializeQueries(asked);
  const all = [inTurn.executeRaw(query("one")), inTurn.queryRaw(query("second")), inTurn.executeRaw(query("three"))];
  expect(await Promise.all(all)).toEqual([3, { columnNames: [], columnTypes: [], rows: [[6]] }, 5]);
  expect(log).toEqual(["one", "second", "three"]);
  expect(most()).toBe(1);
});

it("continues after a failed query, which alone rejects", async () => {
  const inTurn = serializeQueries(connection());
  const answers = await Promise.allSettled(["one", "fails", "three"].map((sql) => inTurn.executeRaw(query(sql))));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
