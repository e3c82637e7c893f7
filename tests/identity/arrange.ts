import type { Arrangement } from "@/tests/operations/arrangement";

export const person = async ({ portal, email }: Arrangement) =>
  portal.owner.person.findUniqueOrThrow({ where: { email } });
