/** A person's access as a form holds it: texts, as the fields of the operations take them. Days are `YYYY-MM-DD`. */
export interface AccessDraft {
  readonly roles: readonly string[];
  /** By role; "" is no end. */
  readonly roleEnds: Readonly<Record<string, string>>;
  /** `on billing.invoices.pay`, `off links.add until 2026-03-31T21:59:59.999Z` */
  readonly overrides: readonly string[];
  readonly overridesEndAt: string;
  readonly limitedToServices: boolean;
  readonly serviceIds: readonly string[];
  readonly departmentsOff: readonly string[];
  readonly endsAt: string;
}

/** The switch of one permission in a draft, if it is switched: `on billing.invoices.pay until …`. */
export function overrideIn(draft: AccessDraft, permission: string, effect: "on" | "off"): string | undefined {
  const text = `${effect} ${permission}`;
  return draft.overrides.find((one) => one === text || one.startsWith(`${text} until `));
}

/** A draft as the fields that `people.invite`, `people.change-access` and their preview take. */
export function fieldsOf(draft: AccessDraft): [string, string][] {
  const { roles, roleEnds, overrides, serviceIds, departmentsOff } = draft;
  return [
    ...listOf("roles", roles),
    ...roles.map((role): [string, string] => [`roleEnds.${role}`, roleEnds[role] ?? ""]),
    ...listOf("overrides", overrides),
    ["overridesEndAt", draft.overridesEndAt],
    ["limitedToServices", String(draft.limitedToServices)],
    ...(draft.limitedToServices ? listOf("serviceIds", serviceIds) : []),
    ...listOf("departmentsOff", departmentsOff),
    ["endsAt", draft.endsAt],
  ];
}

/** The empty text says "none chosen", so that a list without a tick is sent all the same. */
function listOf(name: string, values: readonly string[]): [string, string][] {
  return ["", ...values].map((value) => [name, value]);
}
