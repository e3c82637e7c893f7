import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The folders whose text people see. */
const shownFolders = ["app", "components", "lib"];

/** The parsed sources of the portal, by their path from the root. */
export function sourceFiles(root = "."): Map<string, ts.SourceFile> {
  return new Map(
    shownFolders
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
          path.posix.join(folder, file),
        ),
      )
      .filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"))
      .sort()
      .map((file) => [file, parseSource(file, readFileSync(path.join(root, file), "utf8"))]),
  );
}

export const parseSource = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
