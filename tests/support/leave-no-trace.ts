import { afterAll, vi } from "vitest";
import { forgetEnvironment } from "@/lib/config/env";
import { disconnect } from "@/lib/db/disconnect";

// The test files of a worker share its process and its modules: each begins with settings that nobody has read, and
// ends with those it found. The hook runs after those of the file itself.
const found = { ...process.env };
forgetEnvironment();

afterAll(async () => {
  await disconnect();
  vi.resetConfig();
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
});

// Modules loaded anew stand beside packages that are not: Prisma's schema engine, set up twice in one process, hangs.
vi.resetModules = () => {
  throw new Error("Other test files go on with these modules. A setting is read again after forgetEnvironment().");
};
