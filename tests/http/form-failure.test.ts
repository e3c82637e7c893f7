import { expect, test } from "vitest";
import { failedForm } from "@/lib/http/form-failure";
import { invalidField } from "@/lib/platform/kernel/problem";

test("a form that was not done keeps what was typed and ticked, and sends no secret back", () => {
  const sent: [string, string][] = [
    ["name", "Ana"],
    ["roles", "billing"],
    ["roles", "support"],
    ["tokensToo", "on"],
    ["token", "the link"],
    ["newPassword", "a gate of seven bars"],
    ["clientSecret", "hidden"],
  ];
  expect(failedForm(invalidField("newPassword", "Longer."), sent)).toEqual({
    status: "invalid",
    message: "Nothing was saved. Check the following:",
    fields: { newPassword: ["Longer."] },
    values: { name: "Ana", roles: ["billing", "support"], tokensToo: "on" },
  });
});
