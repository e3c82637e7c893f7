import { z } from "zod";

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** The output of an operation that answers with a file rather than JSON. `inline` is to be seen, not kept. */
export const fileOutput = z
  .object({
    filename: z.string(),
    contentType: z.string(),
    body: z.union([z.string(), bytes]),
    inline: z.boolean().optional(),
  })
  .meta({ id: "File" });

export type FileOutput = z.infer<typeof fileOutput>;
