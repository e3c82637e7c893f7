import type { SqlQueryable } from "@prisma/driver-adapter-utils";

type Connection = Pick<SqlQueryable, "queryRaw" | "executeRaw">;

/**
 * Serializes a connection's queries. Prisma loads the relations of a row in parallel, even in a transaction;
 * `pg` warns about concurrent queries and will reject them. A failed query doesn't block the next.
 */
export function serializeQueries<C extends Connection>(connection: C): C {
  let last: Promise<unknown> = Promise.resolve();
  const serialized =
    <Query, Answer>(run: (query: Query) => Promise<Answer>) =>
    (query: Query): Promise<Answer> => {
      const answer = last.then(() => run(query));
      last = answer.catch(() => {});
      return answer;
    };
  connection.queryRaw = serialized(connection.queryRaw.bind(connection));
  connection.executeRaw = serialized(connection.executeRaw.bind(connection));
  return connection;
}
