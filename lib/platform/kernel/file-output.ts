import { z } from "zod";
import { Bundle } from "./bundle";
import { Rendering } from "./rendering";
import { Spool } from "./spool";
import { StreamedFile } from "./streamed-file";
import { Table } from "./table";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const spool = z.custom<Spool>((value) => value instanceof Spool);
const streamed = z.custom<StreamedFile>((value) => value instanceof StreamedFile);
const rendering = z.custom<Rendering>((value) => value instanceof Rendering);
const bundle = z.custom<Bundle>((value) => value instanceof Bundle);
const table = z.custom<Table>((value) => value instanceof Table);

/**
 * The output of an operation that responds with a file rather than JSON. `inline` is displayed rather than downloaded.
 */
export const fileOutput = z
  .object({
    filename: z.string(),
    contentType: z.string(),
    /**
     * A spool is sent as fast as it is read, no faster. Only the operation handles unread or unrendered bodies: a table
     * is read into a spool within the transaction, a document is rendered after it. A streamed file is opened after it, a
     * bundle is written by the worker.
     */
    body: z.union([z.string(), bytes, spool, streamed, rendering, table, bundle]),
    inline: z.boolean().optional(),
    /** For a file that never changes under its address: browsers may keep it. */
    etag: z.string().optional(),
  })
  .meta({ id: "File" });

export type FileOutput = z.infer<typeof fileOutput>;
