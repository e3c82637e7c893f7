import { z } from "zod";

export const revealedLogin = z.object({
  label: z.string(),
  username: z.string(),
  secret: z.string(),
  url: z.string().nullable(),
});

export type RevealedLogin = z.infer<typeof revealedLogin>;
