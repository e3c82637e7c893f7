import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { mailRecords } from "@/lib/home/notifications/still-wanted";
import { awaitedMail } from "./awaited-mail";
import { byNotification, sentInAnyCase } from "./sent-in-any-case";

const lib = path.join(import.meta.dirname, "../../../lib");
const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const sources = files
  .filter((file) => !file.includes("generated"))
  .map((file) => ({ file, text: readFileSync(path.join(lib, file), "utf8") }));

/** Every template that is sent. */
const templates = [...new Set(sources.flatMap(({ text }) => [...text.matchAll(/template: "([a-z-]+)"/g)].map(last)))];
/** Of those, the ones of whose readers nothing is asked: `about: null` beside the template. */
const unasked = sources.flatMap(({ text }) => [...text.matchAll(/template: "([a-z-]+)",\s*about: null/g)].map(last));

function last(match: RegExpMatchArray): string {
  return match[1] ?? "";
}

describe("every mail", () => {
  it("asks for its record when it is sent, or is on a short list with the reason", () => {
    expect(templates.length).toBeGreaterThan(40);
    const listed = { ...sentInAnyCase, ...byNotification };
    expect([...new Set(unasked)].sort()).toEqual(Object.keys(listed).sort());
    for (const [template, reason] of Object.entries(listed)) expect(reason, template).toMatch(/\w.*\./);
  });

  it("that somebody waits for is on a short list with the reason", () => {
    const before = /template: "([a-z-]+)",\s*about: .*,\s*awaited/g;
    const awaited = sources.flatMap(({ text }) => [...text.matchAll(before)].map(last));
    expect(awaited.sort()).toEqual(Object.keys(awaitedMail).sort());
  });

  it("is about kinds of records that a feature answers for", () => {
    const named = sources
      .filter(({ text }) => /\bsend(Mail|Notice)\(/.test(text) || text.includes("MailAbout"))
      .flatMap(({ text }) => [...text.matchAll(/kind: "([a-z-]+)", ids/g)].map(last));
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((kind) => !mailRecords.has(kind))).toEqual([]);
  });
});
