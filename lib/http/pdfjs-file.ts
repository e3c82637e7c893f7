import { readFile } from "node:fs/promises";
import path from "node:path";
import { PDFJS_VERSION } from "@/lib/platform/kernel/pdfjs-address";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { problemResponse } from "./problem-response";

const SCRIPT = "text/javascript; charset=utf-8";
const DATA = "application/octet-stream";

/** Everything of the package that a browser may ask for, with its folder there. */
const served: readonly { readonly name: RegExp; readonly folder: string; readonly type: string }[] = [
  { name: /^pdf(?:\.worker)?\.min\.mjs$/, folder: "legacy/build", type: SCRIPT },
  { name: /^wasm\/[a-z0-9]+_nowasm_fallback\.js$/, folder: "", type: SCRIPT },
  { name: /^cmaps\/[\w-]+\.bcmap$/, folder: "", type: DATA },
  { name: /^standard_fonts\/[\w-]+\.(?:pfb|ttf)$/, folder: "", type: DATA },
  { name: /^iccs\/[\w-]+\.icc$/, folder: "", type: DATA },
];

/** Serves pdf.js to everybody: it is the same for all, and holds nothing of any account. Another version has another address. */
export async function pdfjsFile([version, ...parts]: readonly string[]): Promise<Response> {
  try {
    const name = parts.join("/");
    const found = served.find((one) => one.name.test(name));
    if (version !== PDFJS_VERSION || found === undefined) throw notFound(t("File not found."));
    const file = path.join(process.cwd(), "node_modules/pdfjs-dist", found.folder, name);
    const body = await readFile(file).catch(() => {
      throw notFound(t("File not found."));
    });
    return new Response(new Uint8Array(body), {
      headers: {
        "content-type": found.type,
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}
