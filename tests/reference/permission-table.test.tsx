import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PermissionTable } from "@/components/reference/permission-table";
import { cellOf } from "@/lib/policy/matrix";
import { permissionKeys, titleOf } from "@/lib/policy/permissions";
import { roleKeys } from "@/lib/policy/roles";

const markup = renderToStaticMarkup(<PermissionTable chosen="billing" notInUse={["links.add"]} />);
const cells = [
  ...markup.matchAll(/<td data-permission="([^"]+)" data-role="([^"]+)" class="([^"]*)">(.*?)<\/td>/g),
].map(([, permission = "", role = "", look = "", content = ""]) => ({
  at: `${permission} ${role}`,
  look,
  text: content.replace(/<[^>]*>/g, ""),
}));

it("the permission table shows every cell of the matrix once", () => {
  const wanted = permissionKeys.flatMap((permission) => roleKeys.map((role) => `${permission} ${role}`));
  expect(cells.map(({ at }) => at)).toEqual(wanted);
});

it("the permission table shows yes, no or the condition, as the policy decides", () => {
  for (const permission of permissionKeys) {
    for (const role of roleKeys) {
      const text = cells.find(({ at }) => at === `${permission} ${role}`)?.text ?? "";
      const cell = cellOf(permission, role);
      if (cell === undefined) expect(text, `${permission} ${role}`).toBe("–No");
      else if (cell === "always") expect(text, `${permission} ${role}`).toBe("Yes");
      else expect(text, `${permission} ${role}`).toMatch(/^[a-z][a-z ]+$/);
    }
  }
  const of = (at: string) => cells.find((cell) => cell.at === at)?.text;
  expect(of("meetings.update billing")).toBe("as creator or as chair");
  expect(of("services.cancel administrator")).toBe("–No");
  expect(of("services.cancel owner")).toBe("Yes");
});

it("the permission table names and describes every permission", () => {
  for (const permission of permissionKeys) {
    expect(markup).toContain(titleOf(permission).replaceAll("'", "&#x27;"));
    expect(markup).toContain(`>${permission}</code>`);
  }
});

it("the permission table shows only the chosen role on narrow screens", () => {
  const shown = cells.filter(({ look }) => !look.includes("max-lg:hidden")).map(({ at }) => at.split(" ")[1]);
  expect(new Set(shown)).toEqual(new Set(["billing"]));
});

it("the permission table marks permissions that nothing in the portal checks yet", () => {
  expect(markup.match(/Not in use yet\./g)).toHaveLength(1);
  expect(markup.indexOf("Not in use yet.")).toBeLessThan(markup.indexOf(">links.add</code>"));
  expect(markup.indexOf("Not in use yet.")).toBeGreaterThan(markup.indexOf(titleOf("links.add")));
});
