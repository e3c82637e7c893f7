import { forgetEnvironment } from "@/lib/platform/config/env";
import { addDays } from "@/lib/platform/kernel/dates";
import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const browser = () => ({ endpoint: `https://fcm.googleapis.com/fcm/send/${unique()}`, p256dh: "BKey", auth: "auth" });

/** Where push is offered at all. */
const offered = () => {
  process.env.PUSH_CONTACT = "mailto:admin@portal.example";
  forgetEnvironment();
  return browser();
};

const device = async ({ portal, email }: Arrangement) => {
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  const opened = { personId, tokenHash: unique(), userAgent: "", ip: "192.0.2.1", expiresAt: addDays(new Date(), 1) };
  const { id: sessionId } = await portal.owner.session.create({ data: opened });
  const data = { ...browser(), userAgent: "", personId, sessionId };
  return (await portal.owner.pushSubscription.create({ data })).id;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                            own adm bil sup b+s cus age acc man
  "profile.list-devices":     { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.remove-device":    { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => ({ deviceId: await device(at) }) },
  "profile.subscribe-device": { may: " +   +   +   +   +   +   +   +   + ", sample: offered },
};
