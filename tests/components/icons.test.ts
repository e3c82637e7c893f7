import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { iconNames } from "@/components/ui/icon-names";
import { drawSprite, spriteFile } from "@/scripts/icons/draw-sprite";

const sources = globSync("{app,components}/**/*.{ts,tsx}").filter((file) => !file.endsWith("icon-names.ts"));
const all = sources.map((file) => readFileSync(file, "utf8")).join("\n");

describe("the icons", () => {
  test("are in the sprite as they are listed", async () => {
    expect(readFileSync(spriteFile, "utf8")).toBe(drawSprite());
  });

  test("are all shown somewhere", () => {
    expect(iconNames.length).toBeGreaterThan(50);
    expect(iconNames.filter((name) => !all.includes(`"${name}"`))).toEqual([]);
  });

  test("are drawn nowhere but in the sprite", () => {
    expect(sources.filter((file) => readFileSync(file, "utf8").includes("lucide"))).toEqual([]);
  });
});
