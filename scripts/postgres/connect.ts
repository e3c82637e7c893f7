import { Client } from "pg";
import { CommandError } from "../process/command-error";

/**
 * Connects to a database given by the user.
 *
 * @throws CommandError with a sentence that names the database and the reason, without the password
 */
export async function connect(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, keepAlive: true });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, pathname } = new URL(databaseUrl);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandError(
      `Couldn't connect to the database ${pathname.slice(1)} at ${host} (${message || code}). Check DATABASE_URL and that the server is running.`,
    );
  }
}
