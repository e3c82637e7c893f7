import { readBrandFile } from "@/lib/platform/brand/files";
import { initialIcon } from "@/lib/platform/brand/initial-icon";
import { loadLogo } from "@/lib/platform/brand/load-logo";
import { themeCss } from "@/lib/platform/brand/theme-css";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { problemResponse } from "./problem-response";

type Content = readonly [type: string, body: string | Uint8Array<ArrayBuffer>];

/** Serves the logo, icon and colours of the brand to everybody. Browsers keep them: another brand has other addresses. */
export async function brandFile(name: string): Promise<Response> {
  try {
    const content = await contentOf(name);
    if (content === null) throw notFound(t("File not found."));
    const [type, body] = content;
    return new Response(body, {
      headers: {
        "content-type": type,
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}

async function contentOf(name: string): Promise<Content | null> {
  const file = readBrandFile(name);
  if (file === null) return null;
  if (file.kind === "theme") return ["text/css; charset=utf-8", themeCss(file.accent, file.accentDark)];
  if (file.kind === "initial") return ["image/svg+xml", initialIcon(file.accent, file.initial)];
  const logo = await loadLogo(file.hash);
  const bytes = file.kind === "logo" ? logo?.screen : logo?.icon;
  return bytes ? ["image/png", bytes] : null;
}
