import { readFileSync } from "node:fs";
import { wcagContrast } from "culori";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { darkAccentFor, isReadable, nearestReadable, unreadable } from "@/lib/platform/brand/contrast";
import { lchOf } from "@/lib/platform/brand/palette";
import { surfaces, type Theme } from "@/lib/platform/brand/surfaces";
import { themeCss } from "@/lib/platform/brand/theme-css";

const tokens = readFileSync("app/styles/tokens.css", "utf8");
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const themes: readonly Theme[] = ["light", "dark"];

describe("the nearest accessible shade", () => {
  it("is readable in its theme, whatever the colour", () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...themes), (accent, theme) => {
        expect(isReadable(nearestReadable(accent, theme), theme), accent).toBe(true);
      }),
    );
  });

  it("is the colour itself if that is readable", () => {
    expect(nearestReadable("#005b70", "light")).toBe("#005b70");
    expect(nearestReadable("#63c1d6", "dark")).toBe("#63c1d6");
  });

  it("keeps the hue and changes no more lightness than it has to", () => {
    const shade = nearestReadable("#e67700", "light");
    expect(Math.abs(lchOf(shade).h - lchOf("#e67700").h)).toBeLessThan(3);
    const { l, c, h } = lchOf(shade);
    expect(wcagContrast({ mode: "oklch", l: l + 0.01, c, h }, surfaces.light.hover)).toBeLessThan(4.5);
  });

  it("is offered with the reason in a refusal", () => {
    expect(unreadable("#ffcc00", "light")).toMatch(
      /^#ffcc00 is too hard to read in the light theme: its lowest contrast is 1\.\d:1, and text needs 4\.5:1\. The nearest accessible shade is #[0-9a-f]{6}\.$/,
    );
    expect(unreadable("#003344", "dark")).toContain("in the dark theme");
    expect(unreadable("#005b70", "light")).toBeNull();
  });
});

test("the accent derived for the dark theme is readable there, whatever the colour", () => {
  fc.assert(
    fc.property(colour, (accent) => {
      expect(isReadable(darkAccentFor(accent), "dark"), accent).toBe(true);
    }),
  );
});

test.each(themes)("the surfaces that text is checked against are those of the %s theme", (theme) => {
  for (const [name, value] of Object.entries(surfaces[theme])) {
    const [, light, dark] = new RegExp(`--${name}: light-dark\\((.+?\\)), (.+?\\))\\);`).exec(tokens) ?? [];
    expect(theme === "light" ? light : dark, name).toBe(value);
  }
});

test("a theme sets the tokens that depend on the accent, and text on and in it is readable in both themes", () => {
  const set = Object.fromEntries(
    [...themeCss("#7a1fa2", "#d9a5f0").matchAll(/--([\w-]+):light-dark\((#\w+),(#\w+)\)/g)].map(
      ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
    ),
  );
  const own = [...tokens.matchAll(/^ {2}--((?:on-)?accent[\w-]*|(?:on-)?strip|focus):/gm)].map(([, name]) => name);
  expect(Object.keys(set).sort()).toEqual(own.sort());
  for (const theme of themes) {
    const of = (name: string) => set[name]?.[theme] ?? "";
    for (const [text, ground] of [
      [of("on-accent"), of("accent")],
      [of("on-accent"), of("accent-strong")],
      [of("accent-text"), of("accent-soft")],
      [of("on-strip"), of("strip")],
      [of("accent-text"), surfaces[theme].hover],
    ] as const) {
      expect(wcagContrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
