import { z } from "zod";
import { Rendering } from "./rendering";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const rendering = z.custom<Rendering>((value) => value instanceof Rendering);

/** The output of an operation that answers with a file rather than JSON. `inline` is to be seen, not kept. */
export const fileOutput = z
  .object({
    filename: z.string(),
    contentType: z.string(),
    /** What is still to be drawn is drawn once the transaction is over: nobody outside the operation sees it. */
    body: z.union([z.string(), bytes, rendering]),
    inline: z.boolean().optional(),
  })
  .meta({ id: "File" });

export type FileOutput = z.infer<typeof fileOutput>;
