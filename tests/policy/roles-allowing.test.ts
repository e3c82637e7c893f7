import { expect, test } from "vitest";
import { rolesAllowing } from "@/lib/policy/roles-allowing";

test("the roles that allow a permission are those with a cell in its row", () => {
  expect(rolesAllowing("notices.invoices.receive")).toEqual(["owner", "administrator", "billing"]);
  expect(rolesAllowing("people.roles.change")).toEqual(["owner", "administrator"]);
  expect(rolesAllowing("services.cancel")).toEqual(["owner"]);
});
