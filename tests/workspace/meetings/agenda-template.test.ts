import { expect, it } from "vitest";
import { itemsOfTemplate } from "@/lib/workspace/meetings/types/agenda-template";

it("reads an agenda template: a line an item, minutes in brackets, breaks without a number", () => {
  expect(itemsOfTemplate("Welcome (5)\n\n- Coffee (10)\n Any other business \n()\n-")).toEqual([
    { title: "Welcome", minutesLong: 5, numbered: true },
    { title: "Coffee", minutesLong: 10, numbered: false },
    { title: "Any other business", minutesLong: null, numbered: true },
    { title: "()", minutesLong: null, numbered: true },
  ]);
});
