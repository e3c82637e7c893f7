import { describe, expect, it } from "vitest";
import { foldQuotes } from "@/lib/platform/kernel/fold-quotes";

const lines = (...all: string[]) => all.join("\n");

describe("earlier messages are folded", () => {
  it.each([
    [
      "our own line",
      lines(
        "Fixed.",
        "",
        "On Mon, Sam <s@x.example> wrote:",
        "> New reply",
        "> ##- Reply above this line -##",
        "> Ticket",
      ),
      "Fixed.",
    ],
    [
      "our own line, translated",
      lines(
        "Passt.",
        "",
        "Am 3.5. schrieb Portal <p@x.example>:",
        "> ##- Antworten Sie über dieser Zeile -##",
        "> Alt",
      ),
      "Passt.",
    ],
    ["our own line, not quoted", lines("Fixed.", "", "##- Reply above this line -##", "Ticket: #1"), "Fixed."],
    ["an English attribution", lines("New.", "", "On 3 May 2026, Sam wrote:", "> Old", "> older"), "New."],
    [
      "one that was wrapped",
      lines("New.", "", "On 3 May 2026 at 10:00, Sam Whitfield", "<sam@x.example> wrote:", "> Old"),
      "New.",
    ],
    ["a German one", lines("Neu.", "", "Am 03.05.2026 um 10:00 schrieb Sam:", "> Alt"), "Neu."],
    ["a French one", lines("Neuf.", "", "Le 3 mai 2026 à 10:00, Sam a écrit :", "> Vieux"), "Neuf."],
    [
      "Outlook's separator",
      lines("New.", "", "-----Original Message-----", "From: Sam", "Sent: Monday", "Subject: x", "", "Old."),
      "New.",
    ],
    ["Outlook's heading", lines("New.", "", "From: Sam <s@x.example>", "Sent: Monday", "To: Ana", "", "Old."), "New."],
    ["quotes alone at the end", lines("New.", "", "> Old", "> older"), "New."],
  ])("%s", (_, body, text) => {
    const folded = foldQuotes(body);
    expect(folded.text).toBe(text);
    expect(body.replace(/\s/g, "")).toBe((folded.text + folded.earlier).replace(/\s/g, ""));
  });
});

describe("nothing is folded of", () => {
  it.each([
    ["a text without quotes", "Steps:\n-- first\n--\nsecond"],
    ["answers between quotes", "> Which one?\nThe second.\n> When?\nNow."],
    ["a signature", "Thanks.\n-- \nAna Lopez"],
    ["a text that only mentions a sender", "From: the warehouse\nWe see errors."],
    ["a mail of nothing but quotes", "> Old\n> older"],
    ["a table with lines", "a\n--------\nb"],
  ])("%s", (_, body) => {
    expect(foldQuotes(body)).toEqual({ text: body, earlier: "" });
  });
});

it("looks at each line once: what makes other scanners hang takes no time", () => {
  const bodies = [
    "On a, b <c@d.e> ".repeat(20_000),
    " ".repeat(200_000),
    "\n".repeat(200_000),
    "> ".repeat(100_000),
    "On \n".repeat(50_000),
  ];
  for (const body of bodies) expect(foldQuotes(body).text.length).toBeGreaterThan(0);
});
