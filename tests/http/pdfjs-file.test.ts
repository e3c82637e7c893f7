import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { pdfjsFile } from "@/lib/http/pdfjs-file";
import { PDFJS_VERSION } from "@/lib/platform/kernel/pdfjs-address";

const ask = (path: string) => pdfjsFile(path.split("/"));

it("the address names the version that is installed", () => {
  expect(PDFJS_VERSION).toBe(createRequire(import.meta.url)("pdfjs-dist/package.json").version);
});

it.each([
  ["pdf.min.mjs", "text/javascript; charset=utf-8"],
  ["pdf.worker.min.mjs", "text/javascript; charset=utf-8"],
  ["wasm/openjpeg_nowasm_fallback.js", "text/javascript; charset=utf-8"],
  ["cmaps/UniJIS-UTF16-H.bcmap", "application/octet-stream"],
  ["standard_fonts/FoxitSans.pfb", null],
  ["standard_fonts/LiberationSans-Regular.ttf", "application/octet-stream"],
])("%s is served as %s, and kept by browsers", async (name, type) => {
  const response = await ask(`${PDFJS_VERSION}/${name}`);
  if (type === null) {
    expect(response.status).toBe(404);
    return;
  }
  expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
});

it.each([
  `${PDFJS_VERSION}/package.json`,
  `${PDFJS_VERSION}/pdf.sandbox.min.mjs`,
  `${PDFJS_VERSION}/wasm/quickjs-eval.js`,
  `${PDFJS_VERSION}/cmaps/../package.json`,
  `${PDFJS_VERSION}/cmaps/..%2fpackage.json`,
  "1.0.0/pdf.min.mjs",
  "",
])("%s is not found", async (path) => {
  expect((await ask(path)).status).toBe(404);
});
