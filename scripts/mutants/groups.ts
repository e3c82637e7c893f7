/** One run of the mutation tool: what it changes, and the tests that are meant to notice. */
export interface Group {
  readonly mutate: readonly string[];
  /** In the order in which they are run: the first test that fails ends the run, so the quick ones come first. */
  readonly tests: readonly string[];
  readonly needsDatabase: boolean;
}

/** Every path that `npm run mutants` knows stands here. */
export const groups = {
  policy: {
    mutate: ["lib/policy/*.ts"],
    tests: ["tests/policy/*.test.ts", "tests/policy/rules/*.test.ts"],
    needsDatabase: false,
  },
  access: {
    mutate: ["lib/platform/operations/*.ts"],
    tests: [
      "tests/platform/operations/{sealed-tokens,read-input,idempotency-key,refusal}.test.ts",
      "tests/platform/operations/{repeats,limits}.db.test.ts",
      "tests/platform/operations/{business-clock,next-request}.db.test.ts",
      "tests/accounts/activity/*.db.test.ts",
    ],
    needsDatabase: true,
  },
  transaction: {
    mutate: ["lib/platform/db/{transaction,grant,load-subject,lock-account,lock-name,to-subject}.ts"],
    tests: [
      "tests/platform/db/to-subject.test.ts",
      "tests/platform/operations/refusal.test.ts",
      "tests/platform/operations/row-security.db.test.ts",
      "tests/identity/sign-in/{sessions,tokens}.db.test.ts",
      "tests/accounts/people/{standing,one-owner}.db.test.ts",
    ],
    needsDatabase: true,
  },
  giving: {
    mutate: ["lib/accounts/core/{access-of,can-own,validate-access-change,plan-access,refused-change,write-access}.ts"],
    tests: ["tests/accounts/people/{change-access,who-changes-whom,invitations,standing,ownership}.db.test.ts"],
    needsDatabase: true,
  },
} as const satisfies Record<string, Group>;

export type GroupName = keyof typeof groups;

export function isGroupName(name: string): name is GroupName {
  return Object.hasOwn(groups, name);
}
