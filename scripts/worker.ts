import { env } from "@/lib/config/env";
import { connect } from "./postgres/connect";

/** `npm run worker`: the background jobs. Like `npm start` it assumes production unless told otherwise. */
process.env.PORTAL_MODE ||= "production";
try {
  const client = await connect(env().DATABASE_URL);
  await client.end();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exit(1);
}
await import("@/lib/worker/main");
