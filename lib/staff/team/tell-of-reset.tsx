import { env } from "@/lib/platform/config/env";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { FactorResetMail } from "./mail/factor-reset";

interface Reset {
  readonly personId: string;
  readonly reason: string;
  /** Otherwise another manager has to confirm it first. */
  readonly done: boolean;
}

/** A team has few managers; whoever else there is sees it on the colleague's page. */
const MOST_TOLD = 20;

/** Tells the colleague whose factors are removed, or are to be, and the managers who could confirm or question it. */
export async function tellOfReset(
  { db, actor, realNow: at }: Context,
  { personId, reason, done }: Reset,
): Promise<void> {
  const columns = { personId: true, person: { select: { name: true, email: true, locale: true } } } as const;
  const [colleague, managers] = [
    await db.staffMember.findUniqueOrThrow({ where: { personId }, select: columns }),
    await db.staffMember.findMany({
      where: { roles: { has: "manager" }, personId: { notIn: [personId, actor.personId] } },
      select: columns,
      orderBy: { createdAt: "asc" },
      take: MOST_TOLD,
    }),
  ];
  const { name } = colleague.person;
  for (const { personId: reader, person } of [colleague, ...managers]) {
    const own = reader === personId;
    await sendMail(db, {
      accountId: null,
      kind: "people",
      to: { address: person.email, name: person.name, locale: person.locale },
      subject: () =>
        done
          ? t("Two-factor sign-in of {name} was removed", { name })
          : t("{by} asks to remove two-factor sign-in of {name}", { by: actor.name, name }),
      template: "factor-reset",
      about: null,
      body: () => (
        <FactorResetMail
          {...{ name, own, done, reason, at, by: actor.name }}
          href={`${env().PORTAL_URL}/${own ? "profile/security" : `staff/team/${personId}`}`}
        />
      ),
    });
  }
}
