import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { publicRoutes } from "@/lib/http/public-routes";

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: `app/${file}`, text: readFileSync(`app/${file}`, "utf8") }));

const isPublic = (file: string, name: string) =>
  publicRoutes.some((route) => route.file === file && route.exports.includes(name));

/** The names of a module's value exports. */
const exportsOf = (text: string): string[] => [
  ...[...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1] ?? ""),
  ...[...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap((match) =>
    (match[1] ?? "").split(",").map((one) => one.trim().split(" as ").at(-1) ?? ""),
  ),
  ...(/^export default /m.test(text) ? ["default"] : []),
];

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

describe("every route executes an operation or is a listed public route", () => {
  test("route handlers", () => {
    const handlers = sources.filter(({ file }) => /\/route\.tsx?$/.test(file));
    expect(handlers.length).toBeGreaterThan(0);
    const others = handlers.flatMap(({ file, text }) =>
      exportsOf(text)
        .filter((name) => METHODS.includes(name) && !isPublic(file, name))
        .map((name) => ({ file, name, text })),
    );
    expect(new Set(others.map(({ file }) => file))).toEqual(
      new Set(["app/api/v1/[...path]/route.ts", "app/uploads/[...path]/route.ts"]),
    );
    for (const { name, text } of others) expect(text).toMatch(new RegExp(`\\b(?:rest|answerUpload) as ${name}\\b`));
  });

  test("server actions, wherever they are written", () => {
    const everywhere = ["app", "components", "lib"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
        .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${folder}/${file}`, "utf8") })),
    );
    const inline = everywhere.filter(({ text }) => /^\s+["']use server["']/m.test(text));
    expect(inline.map(({ file }) => file)).toEqual([]);
    const actions = everywhere.filter(({ text }) => /^["']use server["']/.test(text));
    const others = actions.flatMap(({ file, text }) =>
      exportsOf(text)
        .filter((name) => !isPublic(file, name))
        .map((name) => `${file} ${name}`),
    );
    expect(others).toEqual(["app/submit-each.ts submitRows", "app/submit.ts submit"]);
  });

  test("pages", () => {
    const pages = sources.filter(({ file }) => /\/page\.tsx$/.test(file) && !isPublic(file, "default"));
    const asking = pages.filter(({ text }) => /^export default (accountPage|personPage)\(/m.test(text));
    // A page that only redirects shows no data.
    const leadingOn = ({ text }: { text: string }) =>
      [...text.matchAll(/ from "([^"]+)"/g)].every(([, from]) => from === "next/navigation");
    const others = pages.filter((page) => !asking.includes(page) && !leadingOn(page)).map(({ file }) => file);
    expect(others).toEqual([]);
    expect(asking.filter(({ text }) => !/\bexecute\(|\(page\)/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test("no route imports the database", () => {
    const reaching = sources
      .filter(({ text }) => /from "@\/lib\/platform\/db\/(?!credential")/.test(text))
      .map(({ file }) => file);
    expect(reaching).toEqual([]);
  });

  test("the list names only existing routes", () => {
    for (const { file, exports, reason } of publicRoutes) {
      const source = sources.find((one) => one.file === file);
      expect(source, file).toBeDefined();
      for (const name of exports) expect(exportsOf(source?.text ?? ""), file).toContain(name);
      expect(reason.length).toBeGreaterThan(10);
    }
  });
});
