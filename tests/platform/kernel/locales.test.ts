import { describe, expect, test } from "vitest";
import { isLocale, localeOptions } from "@/lib/platform/kernel/locales";

describe("a locale", () => {
  test.each(["en-GB", "fr-CH", "uk-UA", "hi-IN", "pt-BR"])(
    "that the runtime can write, like %s, is taken",
    (locale) => {
      expect(isLocale(locale)).toBe(true);
    },
  );

  test.each([
    "",
    "xx-XX",
    "en_GB",
    "not a locale",
    "EN-gb",
    "th-TH-u-ca-buddhist",
    "th-TH",
    "fa-IR",
    "ar-EG",
    "constructor",
  ])("like %j is refused", (locale) => {
    expect(isLocale(locale)).toBe(false);
  });

  test("that was chosen but isn't offered stays among the choices", () => {
    expect(localeOptions("fr-CH")[0]?.value).toBe("fr-CH");
    expect(localeOptions("en-GB").filter(({ value }) => value === "en-GB")).toHaveLength(1);
  });
});
