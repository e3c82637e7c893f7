import { z } from "zod";

/** The output of an operation that answers with a file rather than JSON. */
export const fileOutput = z
  .object({ filename: z.string(), contentType: z.string(), body: z.union([z.string(), z.instanceof(Uint8Array)]) })
  .meta({ id: "File" });

export type FileOutput = z.infer<typeof fileOutput>;
