import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue } from "@/lib/platform/language/msg";
import { linkAddress } from "./link-address";

export const linkInput = {
  title: z
    .string()
    .overwrite(oneLine)
    .min(1, issue("Enter a title."))
    .max(200, issue("A title can have up to 200 characters.")),
  url: linkAddress.describe("http or https, without a name and password; https if none is named"),
  description: z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
    .max(1_000, issue("A description can have up to 1,000 characters."))
    .default(""),
};

export const linkItem = z.object({
  id,
  title: z.string(),
  url: z.string(),
  domain: z.string().describe("As browsers ask for it, and in its own script if that differs"),
  description: z.string(),
  addedByName: z.string(),
  createdAt: isoDateTime,
  version: z.int(),
  allowed: z.object({ update: z.boolean(), remove: z.boolean() }),
});

export type LinkItem = z.infer<typeof linkItem>;
