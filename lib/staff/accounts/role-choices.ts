import { z } from "zod";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { changeInWords } from "@/lib/accounts/core/change-in-words";
import { type KnownContact, viewedContact } from "@/lib/accounts/core/known-contact";
import { id } from "@/lib/platform/kernel/ids";
import { told } from "@/lib/platform/kernel/told";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { planOf } from "@/lib/policy/access-plan";
import { canSome } from "@/lib/policy/evaluate";
import { roles } from "@/lib/policy/roles";
import { isOwner } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { type RoleChoices, type RolePreset, roleChoices, rolePreset, rolePresets } from "@/lib/staff/core/schema";
import { judgePreset } from "./judge-preset";

/** The standard roles for one person, or a new one without a contact, each with what it would change. */
export const listRoleChoices = defineQuery({
  name: "staff.list-role-choices",
  permission: "staff.roles.give",
  scope: "account",
  summary: "Preview what each standard role would change",
  activity: "view standard roles",
  input: z.object({ contactId: id.optional() }),
  output: roleChoices,
  http: { method: "GET", path: "/accounts/{accountId}/standard-roles" },
  run: async (context, { contactId }) => {
    const contact = contactId === undefined ? null : await viewedContact(context, contactId);
    return {
      contact: contact && present(contact),
      choices: rolePreset.options.map((preset) => describeChoice(context, contact, preset)),
      ...(await whoMayAsk(context)),
    };
  },
});

const present = ({ id, name, email, kind, status, person }: KnownContact) => ({
  id,
  name,
  email,
  kind,
  status,
  access: told(accessInWords(planOf(person.subject), "UTC"), currentLocale()),
});

function describeChoice(
  context: Context,
  contact: KnownContact | null,
  role: RolePreset,
): RoleChoices["choices"][number] {
  const { next, verdict, hindrance } = judgePreset(context, contact, role);
  const name = t(rolePresets[role].name);
  if (!verdict.ok) return { role, name, refusal: verdict.sentence, changes: [] };
  const subject = contact?.person.subject ?? null;
  return { role, name, refusal: hindrance, changes: changeInWords(verdict, subject, next, context.realNow) };
}

/** Besides the owner. */
const MOST_NAMED = 20;

async function whoMayAsk({ members }: Context): Promise<Pick<RoleChoices, "mayAsk" | "moreMayAsk">> {
  const permission = "people.roles.change";
  const [owner, given] = await Promise.all([
    members({ owner: true }),
    members({ given: [permission], some: MOST_NAMED + 2 }),
  ]);
  const others = given.filter(({ subject }) => !isOwner(subject));
  const inCharge = [...owner, ...others].filter((one) => canSome(viewerOf(one.subject), permission));
  return {
    mayAsk: inCharge.slice(0, MOST_NAMED + 1).map(({ name, email, subject }) => {
      const [first] = subject.roles;
      return { name, email, as: first ? t(roles[first.role].name) : t("Custom") };
    }),
    moreMayAsk: inCharge.length > MOST_NAMED + 1,
  };
}
