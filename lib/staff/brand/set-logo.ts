import { z } from "zod";
import { refreshBrand } from "@/lib/platform/brand/current-brand";
import { fileInput, LARGEST_FILE_BODY } from "@/lib/platform/kernel/file-input";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { encodeLogo } from "./encode-logo";

/** Shows a logo in place of the one before. */
export const setLogo = defineCommand({
  name: "staff.set-logo",
  permission: "staff.brand.manage",
  scope: "staff",
  summary: "Set the portal's logo",
  activity: "change the logo",
  input: z.object({ logo: fileInput }),
  output: z.object({ hash: z.string() }),
  http: { method: "POST", path: "/staff/brand/logo", largestBody: LARGEST_FILE_BODY, status: 201 },
  run: async ({ db }, { logo }) => {
    // Before anything is written, so that no lock is held meanwhile.
    const data = await encodeLogo(logo);
    const { hash } = data;
    await db.brandLogo.createMany({ data, skipDuplicates: true });
    await db.brand.createMany({ data: { id: 1 }, skipDuplicates: true });
    await db.brand.updateMany({ where: { id: 1 }, data: { logoHash: hash } });
    return { output: { hash }, audit: { summary: say("Changed the logo"), details: { hash } } };
  },
  after: async (output) => {
    await refreshBrand();
    return output;
  },
});
