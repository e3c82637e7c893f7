import { z } from "zod";
import { unreadable } from "@/lib/platform/brand/contrast";
import { refreshBrand } from "@/lib/platform/brand/current-brand";
import type { Theme } from "@/lib/platform/brand/surfaces";
import { versionOrNone } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

const line = (max: number) =>
  z
    .string()
    .overwrite(oneLine)
    .max(max, { error: () => t("Use at most {max} characters.", { max }) })
    .transform((text) => text || null)
    .nullable()
    .default(null);

/** #rrggbb in lowercase; a form sends it in any case, and with or without the sign. */
const colour = (theme: Theme) =>
  z
    .string()
    .overwrite((text) =>
      text
        .trim()
        .toLowerCase()
        .replace(/^(?=[0-9a-f]{6}$)/, "#"),
    )
    .regex(/^(#[0-9a-f]{6})?$/, issue("Enter a colour like #005b70."))
    .superRefine((accent, { addIssue }) => {
      const message = /^#[0-9a-f]{6}$/.test(accent) ? unreadable(accent, theme) : null;
      if (message !== null) addIssue({ code: "custom", message });
    })
    .transform((accent) => accent || null)
    .nullable()
    .default(null);

/** Changes what the portal is called and looks like. What is left empty has its default. */
export const updateBrand = defineCommand({
  name: "staff.update-brand",
  permission: "staff.brand.manage",
  scope: "staff",
  summary: "Change the portal's name, colours and email footer",
  activity: "change the brand",
  input: z.object({
    name: line(60).describe("What customers know the company as"),
    accent: colour("light").describe("Accent colour of the light theme, documents and email, like #005b70"),
    accentDark: colour("dark").describe("Accent colour of the dark theme; derived from the other one if not set"),
    mailSender: line(60).describe("Display name that email is sent with"),
    mailFooter: z
      .string()
      .trim()
      .max(500, issue("Use at most 500 characters."))
      .transform((text) => text.split(/\r?\n/).map(oneLine).join("\n").trim() || null)
      .nullable()
      .default(null)
      .describe("Below every email, such as a company's legal details"),
    version: versionOrNone.default(0).describe("The version last read; can also be sent as If-Match"),
  }),
  output: z.object({ version: versionOrNone }),
  http: { method: "PUT", path: "/staff/brand" },
  run: async ({ db }, { version: seen, ...brand }) => {
    await db.brand.createMany({ data: { id: 1 }, skipDuplicates: true });
    const changed = { ...brand, version: { increment: 1 } };
    const { count } = await db.brand.updateMany({ where: { id: 1, version: seen }, data: changed });
    if (count === 0) throw staleVersion();
    return { output: { version: seen + 1 }, audit: { summary: say("Changed the brand"), details: { after: brand } } };
  },
  after: async (output) => {
    await refreshBrand();
    return output;
  },
});
