import type { Prisma } from "@/lib/platform/db/generated/client";

/** Members with a login who don't use two-factor sign-in. */
export const notReady = {
  kind: "member",
  status: { in: ["active", "suspended"] },
  personId: { not: null },
  person: { is: { twoFactorSince: null } },
} satisfies Prisma.ContactWhereInput;
