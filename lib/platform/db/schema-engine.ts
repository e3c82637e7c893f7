import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type ErrorRegistry } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";

let engineLoaded: Promise<void> | undefined;

/**
 * Runs Prisma's schema engine, as WebAssembly, over PostgreSQL connections. Nothing is downloaded, unlike the
 * native engine of `prisma migrate`. It connects immediately, even for work that needs no database, and closes its
 * connections when the work is done.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  engineLoaded ??= loadEngine();
  await engineLoaded;
  // Our own pool: the engine would leave its connections open until they time out.
  const pool = new Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 10_000, keepAlive: true });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  try {
    const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, ignoreLog, adapter);
    return await work(engine).finally(() => engine.free());
  } catch (error) {
    throw withRealReason(error, adapter.errorRegistry);
  } finally {
    await pool.end();
  }
}

/** A driver error crosses the engine as a number, under which the adapter keeps the error itself. */
function withRealReason(error: unknown, registry: ErrorRegistry): unknown {
  if (!(error instanceof Error)) return error;
  const [words, id] = /External error id#(\d+)/.exec(error.message) ?? [];
  const original = id === undefined ? undefined : registry.consumeError(Number(id))?.error;
  if (!words || !(original instanceof Error)) return error;
  return new Error(error.message.replace(words, original.message), { cause: original });
}

/**
 * The adapter splits a script at every semicolon, even in comments and function bodies. PostgreSQL takes the
 * whole script as one message, which is also one transaction: a failed migration leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

async function loadEngine(): Promise<void> {
  const modulePath = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const program = await readFile(modulePath.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(program, {
    "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

function ignoreLog(): void {}
