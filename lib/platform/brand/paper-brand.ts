import { type PaperBrand, plainPaper } from "@/lib/platform/kernel/paper-brand";
import { currentBrand } from "./current-brand";
import { loadLogo } from "./load-logo";

/** The brand for a document, as plain data for the thread that renders it. */
export async function paperBrand(): Promise<PaperBrand> {
  const { accent, themeHref, logo, logoHash } = await currentBrand();
  const files = logoHash === null ? null : await loadLogo(logoHash);
  return {
    accent: themeHref === null ? plainPaper.accent : accent,
    logo: logo && files && { png: files.paper, width: logo.width, height: logo.height },
  };
}
