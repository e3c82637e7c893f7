import { expect, it } from "vitest";
import { mentionedIn } from "@/lib/platform/kernel/mentioned-in";

const people = ["Ann", "Annette Kolb", "Tomás Herrera Villanueva", "Jun"].map((name) => ({ name }));
const named = (text: string) => mentionedIn(text, people).map(({ name }) => name);

it.each([
  ["@Ann, please look", ["Ann"]],
  ["@annette kolb please", ["Annette Kolb"]],
  ["(@Tomás Herrera Villanueva) and @Jun.", ["Tomás Herrera Villanueva", "Jun"]],
  ["@Annika", []],
  ["Ann", []],
  ["mail ann@example.com", []],
  ["@", []],
])("%s mentions %j", (text, names) => {
  expect(named(text)).toEqual(names);
});
