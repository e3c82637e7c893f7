/** One run of the mutation tool: the files it changes, and the tests that should fail. */
export interface Group {
  readonly mutate: readonly string[];
  /** In order of execution: the first failing test ends the run, so fast ones come first. */
  readonly tests: readonly string[];
  readonly needsDatabase: boolean;
}

/** All files that `npm run mutants` covers. */
export const groups = {
  policy: {
    mutate: ["lib/policy/*.ts"],
    tests: ["tests/policy/*.test.ts", "tests/policy/rules/*.test.ts"],
    needsDatabase: false,
  },
  access: {
    mutate: [
      "lib/platform/operations/*.ts",
      "!lib/platform/operations/{authors-of,held-contacts,read-grants,refuse-staff}.ts",
      "!lib/platform/operations/{refuse-in-look,require-confirmation,require-visit,staff-read,unlisted}.ts",
    ],
    tests: [
      "tests/platform/operations/{sealed-tokens,read-input,idempotency-key,refusal,email-proof}.test.ts",
      "tests/platform/operations/{accessible,search-account,stored,logged-changes,may-execute}.test.ts",
      "tests/components/pages-name-operations.test.ts",
      "tests/platform/operations/{execute,gates,within-request,old-reads}.db.test.ts",
      "tests/platform/operations/failed-attempts.db.test.ts",
      "tests/platform/operations/{limits,shared-request,repeats,attempts}.db.test.ts",
      "tests/platform/operations/after-waiting.db.test.ts",
      "tests/accounts/access/offered.db.test.ts",
      "tests/platform/db/read-rows.db.test.ts",
      "tests/home/search/spelling.db.test.ts",
    ],
    needsDatabase: true,
  },
  /** What views as a member, sensitive operations and visits of staff add to an execution: again separate tests. */
  gates: {
    mutate: ["lib/platform/operations/{refuse-in-look,require-confirmation,require-visit,staff-read,unlisted}.ts"],
    tests: ["tests/platform/operations/{looking-gate,confirmation-gate,visit-gate,staff-read}.test.ts"],
    needsDatabase: false,
  },
  /** Grants to people who have not joined yet: separate tests, so a separate run. */
  waiting: {
    mutate: ["lib/platform/operations/{authors-of,held-contacts,read-grants,refuse-staff}.ts"],
    tests: [
      "tests/platform/operations/{refuse-staff,held-contacts}.db.test.ts",
      "tests/accounts/people/authority.db.test.ts",
    ],
    needsDatabase: true,
  },
  transaction: {
    mutate: [
      "lib/platform/db/{access-stamp,as-reader,credential-statements,database-scope,grant,load-memberships,load-subject,lock-account,lock-name,note-use,request-scope,subject-columns,to-subject,transaction}.ts",
    ],
    tests: [
      "tests/platform/db/{access-stamp,to-subject}.test.ts",
      "tests/platform/operations/refusal.test.ts",
      "tests/platform/db/transaction.db.test.ts",
      "tests/platform/operations/execute.db.test.ts",
      "tests/platform/db/{load-subject,load-members,clean-connections}.db.test.ts",
      "tests/platform/operations/{shared-request,row-security}.db.test.ts",
      "tests/identity/{sign-in/sign-in,sessions/sessions,tokens/tokens}.db.test.ts",
      "tests/accounts/people/standing.db.test.ts",
      "tests/accounts/ownership/one-owner.db.test.ts",
      "tests/platform/operations/{next-request,after-waiting}.db.test.ts",
    ],
    needsDatabase: true,
  },
  giving: {
    mutate: ["lib/accounts/core/{access-of,can-own,validate-access-change,plan-access,refused-change,write-access}.ts"],
    tests: ["tests/accounts/{access,ownership}/*.db.test.ts", "tests/accounts/people/standing.db.test.ts"],
    needsDatabase: true,
  },
} as const satisfies Record<string, Group>;

export type GroupName = keyof typeof groups;

export function isGroupName(name: string): name is GroupName {
  return Object.hasOwn(groups, name);
}
