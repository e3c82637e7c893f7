import { env } from "@/lib/platform/config/env";
import { PrismaClient } from "./generated/client";
import { PostgresAdapter } from "./postgres-adapter";

const kept = globalThis as { portcullisPrisma?: PrismaClient };

/**
 * The one connection pool of a process, private to this folder. Every connection starts as the role that row-level
 * security binds, so a query outside the door sees nothing rather than everything.
 */
export function prisma(): PrismaClient {
  kept.portcullisPrisma ??= new PrismaClient({
    adapter: new PostgresAdapter({
      connectionString: env().DATABASE_URL,
      max: 10,
      options: "-c role=portcullis_app",
    }),
  });
  return kept.portcullisPrisma;
}

export async function closePrisma(): Promise<void> {
  const client = kept.portcullisPrisma;
  delete kept.portcullisPrisma;
  await client?.$disconnect();
}
