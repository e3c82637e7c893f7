import { describe, expect, it } from "vitest";
import { markdownLines } from "@/lib/jobs/render-thread/markdown-lines";
import { renderText } from "@/lib/jobs/render-thread/render-text";
import { plainPaper } from "@/lib/platform/kernel/paper-brand";
import { withLanguage } from "@/lib/platform/language/with-language";
import { pdfText } from "@/tests/billing/invoices/pdf-text";

const paragraph = "The treasurer presented the figures of the month. Income is four per cent above plan. ";

const paper = (items: number) => ({
  ...{ title: "Annual meeting", accountName: "Northwind", reference: "Northwind, minutes" },
  ...{ at: "2026-11-01T10:00:00Z", subtitle: ["1 November"], facts: [["Chair", "Ana"] as const] },
  parts: Array.from({ length: items }, (_, index) => ({
    heading: `${index + 1}. Matter ${index + 1}`,
    markdown: `${`${paragraph.repeat(6)}\n\n`.repeat(6)}End of matter ${index + 1};`,
  })),
  proof: [`SHA-256 ${"0123456789abcdef".repeat(4)}`],
});

const drawn = async (items: number) => {
  const began = process.cpuUsage();
  const bytes = await withLanguage("en-GB", () => renderText(plainPaper, paper(items)));
  return { cpu: process.cpuUsage(began).user, pages: pdfText(bytes) };
};

describe("a text on paper", () => {
  it("has every one of 300 long items on more than 200 pages, in processor time that grows with them and no faster", async () => {
    await drawn(5);
    const [part, all] = [await drawn(75), await drawn(300)];
    expect(all.pages.length).toBeGreaterThan(200);
    const text = all.pages.join("\n");
    for (let item = 1; item <= 300; item++) {
      expect(text).toContain(`${item}. Matter ${item}`);
      expect(text).toContain(`End of matter ${item};`);
    }
    // Four times as many: sixteen times as long if it grew with the square.
    expect(all.cpu / part.cpu).toBeLessThan(10);
  });

  it("names itself and its page on each page", async () => {
    const { pages } = await drawn(6);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain("Annual meeting");
      expect(page).toContain(`Northwind, minutes  ·  Page ${index + 1} of ${pages.length}`);
    }
  });

  it("keeps the signs of lists, the address of a link, and tags that somebody typed", () => {
    const text = markdownLines(
      "# Head\n\n- one\n- **two**\n\n1. first\n\n[offer](https://example.com/a) <b>typed</b>\n\n| a | b |\n|---|---|\n| c | d |",
    );
    for (const expected of [
      "Head",
      "•  one",
      "•  two",
      "1. first",
      "offer [https://example.com/a]",
      "<b>typed</b>",
      "c",
    ])
      expect(text).toContain(expected);
  });
});
