import { z } from "zod";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { mailFrom } from "@/lib/platform/brand/mail-from";
import { toLogo } from "@/lib/platform/brand/read-brand";
import { defineQuery } from "@/lib/platform/operations/operation";
import { brandDetails } from "./schema";

export const viewBrand = defineQuery({
  name: "staff.view-brand",
  permission: "staff.brand.manage",
  scope: "staff",
  summary: "View the portal's name, logo, colours and email footer",
  activity: "view the brand",
  input: z.object({}),
  output: brandDetails,
  http: { method: "GET", path: "/staff/brand" },
  async run({ db }) {
    const found = await db.brand.findUnique({ where: { id: 1 }, select: columns });
    const { name, accent, accentDark } = await currentBrand();
    const shown = { name, accent, accentDark, mailFrom: (await mailFrom()).name };
    if (found === null) return { ...unset, shown };
    const { logo, ...brand } = found;
    return { ...brand, logo: logo && toLogo(logo), shown };
  },
});

const columns = {
  name: true,
  accent: true,
  accentDark: true,
  mailSender: true,
  mailFooter: true,
  version: true,
  logo: { select: { hash: true, width: true, height: true, onLight: true, onDark: true } },
} as const;

const unset = {
  name: null,
  accent: null,
  accentDark: null,
  mailSender: null,
  mailFooter: null,
  logo: null,
  version: 0,
};
