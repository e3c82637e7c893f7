import { readCommandEnvironment } from "@/lib/platform/config/env";
import { demoTable } from "./portal/demo-logins";
import { generateClient } from "./portal/generate-client";
import { sampleDatabase } from "./portal/sample-database";
import { startPortal } from "./portal/start-portal";
import { untilOneEnds } from "./portal/until-one-ends";
import { requireFreePort } from "./process/require-free-port";
import { runCommand } from "./process/run-command";

/** `npm run dev`: the portal from its sources, with the same sample data as the demo. */
await runCommand(async (shutdown) => {
  const { PORT, HOST, DATABASE_URL } = readCommandEnvironment();
  await requireFreePort(PORT, HOST);
  const settings = { PORTAL_MODE: "development", PORT: String(PORT) };
  await generateClient(shutdown);
  const database = await sampleDatabase(shutdown, DATABASE_URL, settings);
  const portal = startPortal(shutdown, {
    port: PORT,
    host: HOST,
    dev: true,
    env: { ...settings, DATABASE_URL: database },
  });
  console.log(demoTable(`http://localhost:${PORT}`));
  await untilOneEnds(portal);
});
