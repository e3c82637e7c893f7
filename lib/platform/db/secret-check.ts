import type { ClientBase } from "pg";
import { keyFingerprint } from "@/lib/platform/kernel/key-fingerprint";

/**
 * Whether this PORTAL_SECRET is the one that the database was set up with. With another one, stored credentials
 * can't be read, and links and sessions stop working. With `record`, the first secret to be checked becomes the one.
 */
export async function secretMatches(
  client: Pick<ClientBase, "query">,
  secret: string,
  { record }: { record: boolean },
): Promise<boolean> {
  const check = keyFingerprint(secret);
  await client.query("begin; set local role portcullis_identity");
  try {
    if (record)
      await client.query(`insert into "Installation" ("secretCheck") values ($1) on conflict do nothing`, [check]);
    const { rows } = await client.query<{ check: string }>(`select "secretCheck" as check from "Installation"`);
    return rows.every((known) => known.check === check);
  } finally {
    await client.query("commit");
  }
}

/** Makes this secret the one: what the old one signed or encrypted is lost. The next process notes its keys anew. */
export async function replaceSecret(client: Pick<ClientBase, "query">, secret: string): Promise<void> {
  await client.query("begin; set local role portcullis_identity");
  await client.query(
    `insert into "Installation" ("secretCheck") values ($1) on conflict (id) do update set "secretCheck" = $1, "keyChecks" = '{}'`,
    [keyFingerprint(secret)],
  );
  await client.query("commit");
}
