import { z } from "zod";
import { Rendering } from "./rendering";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const rendering = z.custom<Rendering>((value) => value instanceof Rendering);

/** The output of an operation that responds with a file rather than JSON. `inline` is displayed rather than downloaded. */
export const fileOutput = z
  .object({
    filename: z.string(),
    contentType: z.string(),
    /** A file still to be rendered is rendered after the transaction: only the operation handles it. */
    body: z.union([z.string(), bytes, rendering]),
    inline: z.boolean().optional(),
  })
  .meta({ id: "File" });

export type FileOutput = z.infer<typeof fileOutput>;
