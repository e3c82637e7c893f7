import { expect, test } from "vitest";
import { iconFile, logoFile, readBrandFile, themeFile } from "@/lib/platform/brand/files";
import { initialIcon } from "@/lib/platform/brand/initial-icon";
import { initialOf } from "@/lib/platform/kernel/initial-of";

const nameOf = (address: string) => address.replace(/^\/brand\//, "");

test("the address of a brand file says all that its content depends on", () => {
  expect(readBrandFile(nameOf(themeFile("#005b70", "#63c1d6")))).toEqual({
    kind: "theme",
    accent: "#005b70",
    accentDark: "#63c1d6",
  });
  const hash = "a-b_c".padEnd(22, "0");
  expect(readBrandFile(nameOf(logoFile("icon", hash)))).toEqual({ kind: "icon", hash });
  expect(readBrandFile(nameOf(iconFile("#005b70", "Ö")))).toEqual({ kind: "initial", accent: "#005b70", initial: "Ö" });
});

test.each([
  "theme-005b70.css",
  "theme-005b70-63c1dg.css",
  "theme-red-blue.css",
  "logo-short.png",
  `logo-${"a".repeat(22)}.svg`,
  `logo-${"/".repeat(22)}.png`,
  "initial-005b70-.svg",
  `initial-005b70-${"4e".repeat(65)}.svg`,
])("%s is the address of nothing", (name) => {
  expect(readBrandFile(name)).toBeNull();
});

test.each([
  ["Northstar", "N"],
  [" éclair", "É"],
  ["👩‍💻 Hosting", "👩‍💻"],
  ["ßtraße", "SS"],
])("the initial of %s is %s", (name, initial) => {
  expect(initialOf(name)).toBe(initial);
});

test("an icon can't be given markup of its own", () => {
  expect(initialIcon("#005b70", "<script>")).toContain("&lt;script&gt;");
});
