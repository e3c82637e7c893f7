import { defineConfig } from "prisma/config";

// `prisma generate` only looks whether a schema engine exists; it never runs it. Naming any program keeps it from
// fetching the native one, so generating works on a closed network. Migrations use the engine's WebAssembly instead.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
