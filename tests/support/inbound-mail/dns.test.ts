import { expect, it } from "vitest";
import { lookupIn, withinBudget } from "@/lib/support/inbound-mail/parse/dns";

const zone = { "TXT here.example": [["answer"]], "TXT silent.example": null };

it("a question is answered within the time for one mail", async () => {
  const lookup = withinBudget(lookupIn(zone));
  expect(await lookup("here.example", "TXT")).toEqual([["answer"]]);
  await expect(lookup("nowhere.example", "TXT")).rejects.toMatchObject({ code: "ENOTFOUND" });
  await expect(lookup("silent.example", "TXT")).rejects.toMatchObject({ code: "ETIMEOUT" });
});

it("all questions of a mail have one time together, so that a slow server can't add up its delays", async () => {
  const lookup = withinBudget(() => new Promise(() => {}), 50);
  const started = performance.now();
  const asked = Array.from({ length: 20 }, () => lookup("slow.example", "TXT"));
  for (const one of asked) await expect(one).rejects.toMatchObject({ code: "ETIMEOUT" });
  await expect(lookup("slow.example", "TXT")).rejects.toMatchObject({ code: "ETIMEOUT" });
  expect(performance.now() - started).toBeLessThan(1_000);
});
