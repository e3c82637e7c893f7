import { z } from "zod";

/** Version of the archive's layout. */
export const FORMAT = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What an archive says about itself, in `manifest.json`. */
export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Version of the portal that made it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  /** The applied migrations, in order, with Prisma's checksums. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** Identifies the PORTAL_SECRET of the data. The key itself is never in a backup. */
  keyFingerprint: z.string(),
  /** Fingerprints of the numbered keys that its secrets are encrypted with. */
  keys: z.record(z.string(), z.string()).default({}),
  tables: z.array(
    z.object({
      schema: z.string(),
      table: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.number().int().nonnegative(),
      sha256: digest,
    }),
  ),
  /** The contents of files, if they are kept on the machine's own disk. */
  files: z.array(z.object({ key: z.string(), bytes: z.number().int().nonnegative(), sha256: digest })).default([]),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string(), called: z.boolean() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type FilePart = Manifest["files"][number];
export type TablePart = Manifest["tables"][number];

/** Where a table's rows are in the archive, in the text format of COPY. */
export const partName = ({ schema, table }: Pick<TablePart, "schema" | "table">): string => `tables/${schema}.${table}`;

/** Where a file's contents are in the archive. */
export const fileName = ({ key }: Pick<FilePart, "key">): string => `files/${key}`;
