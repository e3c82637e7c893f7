import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The folders whose text people see. */
const shownFolders = ["app", "components", "lib"];

let parsed: ReadonlyMap<string, ts.SourceFile> | undefined;

/** The parsed sources of the portal, by their path. Parsed once: several tests go through them. */
export function sourceFiles(): ReadonlyMap<string, ts.SourceFile> {
  parsed ??= new Map(
    shownFolders
      .flatMap((folder) => filesIn(folder))
      .sort()
      .map((file) => [file, parseSource(file, readFileSync(file, "utf8"))]),
  );
  return parsed;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"));

export const parseSource = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
