import type { Context } from "@/lib/platform/operations/operation";
import type { Giver } from "./write-access";

/** The viewer as the person who grants access. */
export const giverOf = ({ actor }: Pick<Context, "actor">): Giver => ({ personId: actor.personId, name: actor.name });
