import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

test("no page or component has a link of Next's, which is a client component with data of its own", () => {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
  );
  const linking = files.filter((file) => /\.tsx?$/.test(file) && /from "next\/link"/.test(readFileSync(file, "utf8")));
  expect(linking, "use PageLink").toEqual([]);
});
