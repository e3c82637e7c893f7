import { expect, test } from "vitest";
import { failedForm } from "@/lib/http/form-failure";
import { invalidField } from "@/lib/platform/kernel/problem";

test("a failed form keeps its input and returns no secrets", () => {
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
