import { z } from "zod";
import { versionOrNone } from "@/lib/platform/kernel/ids";

const logo = z.object({
  href: z.string().describe("Its address, open to everybody"),
  width: z.int(),
  height: z.int(),
  plateOn: z.enum(["light", "dark"]).nullable().describe("The theme in which it stands on a plate to be visible"),
});

export const brandDetails = z.object({
  name: z.string().nullable(),
  accent: z.string().nullable(),
  accentDark: z.string().nullable(),
  mailSender: z.string().nullable(),
  mailFooter: z.string().nullable(),
  logo: logo.nullable(),
  version: versionOrNone,
  shown: z
    .object({ name: z.string(), accent: z.string(), accentDark: z.string(), mailFrom: z.string() })
    .describe("What customers see where nothing is set"),
});

export type BrandDetails = z.infer<typeof brandDetails>;
