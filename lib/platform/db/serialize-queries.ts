import type { SqlQueryable } from "@prisma/driver-adapter-utils";

type Connection = Pick<SqlQueryable, "queryRaw" | "executeRaw">;

/**
 * Makes a connection ask one thing after the other. Prisma reads the relations of a row side by side, in a transaction
 * too; `pg` warns of more than one question at a time, and will refuse them. One that fails keeps no other waiting.
 */
export function serializeQueries<C extends Connection>(connection: C): C {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn =
    <Query, Answer>(ask: (query: Query) => Promise<Answer>) =>
    (query: Query): Promise<Answer> => {
      const answer = last.then(() => ask(query));
      last = answer.catch(() => {});
      return answer;
    };
  connection.queryRaw = inTurn(connection.queryRaw.bind(connection));
  connection.executeRaw = inTurn(connection.executeRaw.bind(connection));
  return connection;
}
