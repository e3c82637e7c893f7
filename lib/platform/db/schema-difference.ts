import type { DiffTarget } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { withSchemaEngine } from "./schema-engine";

/**
 * The SQL that migrates one Prisma schema (undefined: an empty database) to another. The engine requires a database,
 * but nothing in it is read or changed.
 */
export async function schemaDifference(databaseUrl: string, from: string | undefined, to: string): Promise<string> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const { stdout } = await engine.diff({
      from: from === undefined ? { tag: "empty" } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  });
}

function datamodel(content: string): DiffTarget {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}
