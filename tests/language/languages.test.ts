import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { told, toldInEnglish } from "@/lib/platform/kernel/told";
import { localeOfRequest } from "@/lib/platform/language/language-of-request";
import { languageOf, preferredLanguage } from "@/lib/platform/language/languages";
import { issue } from "@/lib/platform/language/msg";
import { rich } from "@/lib/platform/language/rich";
import { say } from "@/lib/platform/language/say";
import { t, translated } from "@/lib/platform/language/t";
import { changeLanguage, currentLocale, withLanguage } from "@/lib/platform/language/with-language";
import { readInput } from "@/lib/platform/operations/read-input";
import { problemOf } from "@/tests/fixtures/problem-of";

describe("the language of a request", () => {
  it("is that of the browser's cookie, else the one it prefers, else English", () => {
    const locale = (cookie?: string, accepted?: string) =>
      localeOfRequest({ ...(cookie && { cookie }), ...(accepted && { "accept-language": accepted }) }, false);
    expect(locale("theme=dark; language=de", "en-US")).toBe("de-DE");
    expect(locale("language=en", "de-DE")).toBe("en-GB");
    expect(locale("language=fr; x=1", "de-AT;q=0.7, fr;q=0.9, en;q=0.5")).toBe("de-DE");
    expect(locale("notlanguage=de")).toBe("en-GB");
    expect(locale(undefined, "*")).toBe("en-GB");
  });

  it("is the one for tests in tests only", () => {
    const headers = { cookie: "language=en-XA" };
    expect([localeOfRequest(headers, true), localeOfRequest(headers, false)]).toEqual(["en-XA", "en-GB"]);
  });

  it("prefers what weighs more and reads no nonsense", () => {
    expect(preferredLanguage("en;q=0.2, de;q=0.8")).toBe("de");
    expect(preferredLanguage("de;q=0, en")).toBe("en");
    expect(preferredLanguage(`;;,${"x".repeat(10_000)}`)).toBe("en");
  });

  it("is German for all German locales, and English for those without a translation", () => {
    expect(["de", "de-AT", "de-CH", "den", "fr-FR", "en-US"].map(languageOf)).toEqual([
      "de",
      "de",
      "de",
      "en",
      "en",
      "en",
    ]);
  });
});

describe("a sentence", () => {
  it("is shown in the language around it, which can change meanwhile", async () => {
    expect(t("Sign in")).toBe("Sign in");
    await withLanguage("de-AT", async () => {
      await Promise.resolve();
      expect([t("Sign in"), currentLocale()]).toEqual(["Anmelden", "de-AT"]);
      changeLanguage("en-IE");
      expect([t("Sign in"), currentLocale()]).toEqual(["Sign in", "en-IE"]);
    });
  });

  it("is English where it has no translation, and never shows its context", () => {
    expect(withLanguage("de-DE", () => translated("No such sentence, {name}", { name: "Jo" }))).toBe(
      "No such sentence, Jo",
    );
    expect(translated("Open@@a ticket")).toBe("Open");
  });

  it("is in brackets in the language for tests", () => {
    expect(withLanguage("en-XA", () => t("Hello {name},", { name: "Jo" }))).toBe("⟦Hello Jo,⟧");
  });

  it("can hold elements, in the order of its language", () => {
    const drawn = (): string =>
      renderToStaticMarkup(
        rich("For scripts and integrations that act on your behalf. See the <link>API reference (OpenAPI)</link>.", {
          link: (text) => createElement("a", { href: "/api" }, text),
        }),
      );
    expect(drawn()).toMatch(/See the <a href="\/api">API reference \(OpenAPI\)<\/a>\.$/);
    expect(withLanguage("de-DE", drawn)).toMatch(/Siehe <a href="\/api">API-Referenz \(OpenAPI\)<\/a>\.$/);
  });
});

describe("the message of a schema", () => {
  const schema = z.object({ name: z.string().min(1, issue("Enter a name.")), age: z.int() });
  const failed = () => problemOf((async () => readInput(schema, { name: "", age: "x" }))());

  it("is translated, whether it is its own or the library's", async () => {
    expect((await failed()).extra.fields).toMatchObject({ name: ["Enter a name."] });
    const { fields } = (await withLanguage("de-DE", failed)).extra;
    expect(fields).toMatchObject({
      name: ["Geben Sie einen Namen ein."],
      age: [expect.stringMatching(/^Ungültige Eingabe/)],
    });
  });
});

describe("a stored sentence", () => {
  const said = say("Changed {what} to {amount} until {end}", {
    what: say("Name"),
    amount: { minor: "125000", currency: "EUR" },
    end: { day: "2026-03-31" },
  });

  it("is written in English, with days and amounts as text", () => {
    expect(withLanguage("de-DE", () => toldInEnglish(said))).toBe("Changed Name to €1,250.00 until 31 March 2026");
    const at = { at: "2026-03-31T22:30:00.000Z", timeZone: "Europe/Berlin" };
    expect(toldInEnglish(say("Until {at}", { at }))).toBe("Until 1 Apr 2026, 00:30:00 CEST");
    expect(toldInEnglish(say("Turned on {area}", { area: say("Actions@@area") }))).toBe("Turned on Actions");
  });

  it("is told in the language and the format of its reader", () => {
    expect(withLanguage("de-DE", () => told(said, "de-DE"))).toContain("1.250,00");
    expect(withLanguage("de-DE", () => told(said, "de-DE"))).toContain("31. März 2026");
  });
});
