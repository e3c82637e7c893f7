import { inflateSync } from "node:zlib";

/**
 * The text of each page of a PDF written by our renderer, without its positioning. A viewer finds the letters of a
 * glyph in its font's ToUnicode table, and so does this.
 */
export function pdfText(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf).toString("latin1"));
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  return pages.map((page) => {
    const resources = objects.get(referenceIn(page, "Resources")) ?? "";
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name = "", number = ""] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = referenceIn(objects.get(number) ?? "", "ToUnicode");
      // A standard font has none; the renderer uses one for explicit line breaks, which have no glyph.
      if (table !== "") fonts.set(name, lettersOf(streamOf(objects, table)));
    }
    const contents = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(page);
    const streams = (contents?.[1] ?? contents?.[2] ?? "").matchAll(/(\d+) 0 R/g);
    return textOf([...streams].map(([, number = ""]) => streamOf(objects, number)).join("\n"), fonts);
  });
}

function objectsOf(file: string): Map<string, string> {
  const objects = [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  return new Map(objects.map(([, number = "", body = ""]) => [number, body]));
}

const referenceIn = (body: string, name: string): string => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? "";

function streamOf(objects: Map<string, string>, number: string): string {
  const data = /stream\r?\n([\s\S]*)\r?\nendstream/.exec(objects.get(number) ?? "")?.[1] ?? "";
  return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
}

function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = "", list = ""] of table.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, codes = ""]] of [...list.matchAll(/<(\w+)>/g)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0");
      letters.set(glyph, Buffer.from(codes, "hex").swap16().toString("utf16le"));
    }
  }
  return letters;
}

function textOf(content: string, fonts: Map<string, Map<string, string>>): string {
  const runs: string[] = [];
  let letters: Map<string, string> | undefined;
  for (const [part] of content.matchAll(/\/F\d+ [\d.]+ Tf|\[[^\]]*\] TJ|<\w+> Tj/g)) {
    const font = /\/(F\d+)/.exec(part)?.[1];
    if (font) {
      letters = fonts.get(font);
      continue;
    }
    if (letters === undefined) continue;
    const glyphs = [...part.matchAll(/<(\w+)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
    runs.push(glyphs.map((glyph) => letters?.get(glyph) ?? "\ufffd").join(""));
  }
  return runs.join("");
}
