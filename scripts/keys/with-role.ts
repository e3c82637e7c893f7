import type { ClientBase } from "pg";

export type KeyRole = "portcullis_worker" | "portcullis_backup";

/** One transaction in a role that may read encrypted columns. */
export async function withRole<T>(client: ClientBase, role: KeyRole, work: () => Promise<T>): Promise<T> {
  await client.query(`begin; set local role ${role}`);
  try {
    const answer = await work();
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}
