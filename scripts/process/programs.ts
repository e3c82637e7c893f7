import { programOf } from "../portal/compile-programs";

const script = ["--import", "./scripts/register.mjs"] as const;

/**
 * As the image and the systemd units start what is built. Where there is memory Node lets the youngest part of the heap,
 * which holds little more than what was just thrown away, grow to 128 MB, and it can only be told otherwise here.
 */
const built = ["--max-semi-space-size=16", ...script] as const;

/** Command lines of our tools, for Node to run in the checkout. */
export const programs = {
  next: ["node_modules/next/dist/bin/next"],
  prisma: ["node_modules/prisma/build/index.js"],
  // The compiler written in Go, five times as fast. Tools that use the compiler's API still need the JavaScript one.
  tsc: ["node_modules/@typescript/native/bin/tsc"],
  biome: ["node_modules/@biomejs/biome/bin/biome"],
  depcruise: ["node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"],
  knip: ["node_modules/knip/bin/knip.js"],
  vitest: ["node_modules/vitest/vitest.mjs"],
  playwright: ["node_modules/@playwright/test/cli.js"],
  script,
  server: [...built, programOf("server")],
  worker: [...built, programOf("worker")],
  mailIn: [...built, programOf("mail-in")],
  // Without a build, for development and tests.
  workerFromSources: [...script, "lib/jobs/main.ts"],
  mailInFromSources: [...script, "lib/jobs/mail-in/main.ts"],
} as const;
