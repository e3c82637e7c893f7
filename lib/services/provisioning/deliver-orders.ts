import { currentBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import { asJob, asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { UnreadableSecret } from "@/lib/platform/keys/unreadable-secret";
import { unseal } from "@/lib/platform/keys/unseal";
import { say } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";
import { finishSetUp } from "@/lib/services/core/finish-set-up";
import { type ClaimedDelivery, claimDeliveries } from "./claim-deliveries";
import { deliveryErrors } from "./delivery-error";
import { type Answer, postMessage } from "./post-message";
import { PrivateAddressError } from "./public-lookup";
import { readAnswer } from "./read-answer";
import { signBody } from "./sign-body";
import { signingKey } from "./signing-key";

const AT_ONCE = 4;
/** Longer than any attempt takes. */
const LEASE_MINUTES = 5;
/** Minutes from an attempt to the next: eight in all, over a day and a half. */
const WAITS = [1, 5, 15, 60, 180, 600, 1_440];

export interface DeliverOptions {
  readonly now?: () => Date;
  readonly stopping?: () => boolean;
}

/** Sends the messages that are due to their provisioning systems, keeps the answers, and returns how many were taken. */
export async function deliverOrders(options: DeliverOptions = {}): Promise<number> {
  const { now = () => new Date(), stopping = () => false } = options;
  let delivered = 0;
  while (!stopping()) {
    const claimedAt = now();
    const batch = await claimDeliveries(claimedAt, addMinutes(claimedAt, LEASE_MINUTES), AT_ONCE);
    if (batch.length === 0) break;
    const outcomes = await Promise.all(batch.map((delivery) => deliver(delivery, claimedAt)));
    delivered += outcomes.filter(Boolean).length;
  }
  return delivered;
}

async function deliver(delivery: ClaimedDelivery, at: Date): Promise<boolean> {
  const answer = await send(delivery, at).catch((error: unknown) => reasonOf(error));
  if (typeof answer === "string") {
    await record(delivery, at, { ...again(delivery, at, true), error: answer });
    return false;
  }
  const { status } = answer;
  if (status >= 200 && status < 300) return accept(delivery, at, answer);
  const { kept } = readAnswer(answer.body, false);
  const known = { responseStatus: status, responseBody: kept, error: refusalOf(status) };
  await record(delivery, at, { ...again(delivery, at, mayPass(status)), ...known });
  return false;
}

async function send({ id, endpointId, url, secret, payload }: ClaimedDelivery, at: Date): Promise<Answer> {
  const key = unseal(signingKey, { id: endpointId }, secret).toString("utf8");
  const headers = {
    "content-type": "application/json",
    "user-agent": "Portcullis",
    "portcullis-delivery": id,
    "portcullis-signature": signBody(key, payload, at),
  };
  return postMessage({ url, headers, body: payload }, env().PROVISIONING_PRIVATE === "allow");
}

/** Keeps the answer and, if it says that the service runs, completes the set-up, in one transaction. */
async function accept(delivery: ClaimedDelivery, at: Date, { status, body }: Answer): Promise<boolean> {
  const { id, accountId, serviceId, event } = delivery;
  await asJob(accountId, at, async (job) => {
    const { db } = job;
    const service = await db.service.findFirst({
      where: { id: serviceId, accountId },
      select: { name: true, product: { select: { hasLogin: true } } },
    });
    const isSetUp = event === "service.set-up";
    const { logins, error, kept } = readAnswer(body, service?.product.hasLogin ?? false);
    const known = { responseStatus: status, responseBody: kept, error: isSetUp ? error : null };
    const { count } = await db.provisioningDelivery.updateMany({
      where: { accountId, id, claimedAt: at },
      data: { status: "delivered", finishedAt: at, claimedAt: null, ...known },
    });
    // Only the set-up is completed by an answer.
    if (count === 0 || service === null || logins === null || !isSetUp) return;
    const { name } = service;
    if (!(await finishSetUp(job, { serviceId, name, where: {}, logins, realNow: at }))) return;
    await db.auditEvent.createMany({
      data: {
        accountId,
        actorName: (await currentBrand()).name,
        actorIsStaff: true,
        via: "system",
        operation: "services.complete-set-up",
        permission: "services.set-up",
        outcome: "done",
        ...stored(say("Set up {name} automatically", { name })),
        targetType: "service",
        targetId: serviceId,
        details: { deliveryId: id, logins: logins.map(({ label }) => label) },
      },
    });
  });
  return true;
}

/** When to try again, or that it has failed for good. */
function again({ attempts }: ClaimedDelivery, at: Date, mayStillPass: boolean) {
  const wait = WAITS[attempts - 1];
  if (!mayStillPass || wait === undefined) return { status: "failed" as const, finishedAt: at };
  return { nextTryAt: addMinutes(at, wait) };
}

/** Busy or broken now, and perhaps not later; anything else has to be changed by someone first. */
const mayPass = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status);

const refusalOf = (status: number): string =>
  status >= 300 && status < 400 ? deliveryErrors.redirected() : deliveryErrors.status(status);

function reasonOf(error: unknown): string {
  if (error instanceof PrivateAddressError) {
    return deliveryErrors.private();
  }
  if (error instanceof UnreadableSecret) return deliveryErrors.unsigned();
  const { name = "", message = "" } = error instanceof Error ? error : {};
  if (name === "TimeoutError" || name === "AbortError") return deliveryErrors.late();
  return deliveryErrors.unreachable(message.replace(/\s+/g, " ").slice(0, 300));
}

interface Outcome {
  readonly status?: "failed";
  readonly finishedAt?: Date;
  readonly nextTryAt?: Date;
  readonly responseStatus?: number;
  readonly responseBody?: string;
  readonly error: string;
}

/** Only under the claim it was sent by: a worker whose lease expired must not overwrite a newer outcome. */
const record = ({ id }: ClaimedDelivery, claimedAt: Date, outcome: Outcome): Promise<unknown> =>
  asWorker((db) =>
    db.provisioningDelivery.updateMany({ where: { id, claimedAt }, data: { ...outcome, claimedAt: null } }),
  );
