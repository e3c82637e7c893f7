import { expect, it } from "vitest";
import { cutText } from "@/lib/platform/kernel/cut-text";

it.each([
  ["short", 10, "short"],
  ["cut here", 3, "cut"],
  ["a😀b", 3, "a😀"],
  ["a😀b", 2, "a"],
  ["😀", 1, ""],
  ["", 5, ""],
])("%j in up to %i code units is %j", (text, most, kept) => {
  expect(cutText(text, most)).toBe(kept);
  expect(cutText(text, most).isWellFormed()).toBe(true);
});
