import { expect, it } from "vitest";
import { say } from "@/lib/platform/language/say";
import { withLanguage } from "@/lib/platform/language/with-language";
import { shown, stored } from "@/lib/platform/operations/stored";

const granted = say("Granted {amount} account credit", { amount: { minor: "150000", currency: "EUR" } });

it("a sentence is stored in English with what stands in it, whatever the language of the request", () => {
  expect(withLanguage("de-DE", () => stored(granted))).toEqual({
    summary: "Granted €1,500.00 account credit",
    said: { text: "Granted {amount} account credit", values: { amount: { minor: "150000", currency: "EUR" } } },
  });
});

it("a sentence without values is stored as it is", () => {
  expect(stored(say("Signed out"))).toEqual({ summary: "Signed out" });
  expect(stored("Signed out")).toEqual({ summary: "Signed out" });
});

it("a stored sentence is shown in the reader's language, with amounts as they write them", () => {
  const { summary } = stored(granted);
  const said = JSON.parse(JSON.stringify(granted));
  const inGerman = withLanguage("de-DE", () => shown({ summary, said }, "de-DE"));
  expect(inGerman.replace(/\s/g, " ")).toBe("1.500,00 € Guthaben gewährt");
  expect(shown({ summary, said }, "en-GB")).toBe(summary);
});

it("a stored sentence without values is shown in the reader's language, or in English", () => {
  const inGerman = (summary: string) => withLanguage("de-DE", () => shown({ summary, said: null }, "de-DE"));
  expect(inGerman("Signed out")).toBe("Abgemeldet");
  expect(inGerman("Written before there were others")).toBe("Written before there were others");
});
