import { randomUUID } from "node:crypto";
import { generateSecret } from "otplib";
import { sealKey } from "@/lib/identity/core/authenticator-step";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { person } from "@/tests/identity/arrange";
import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { codeOf, withAuthenticator } from "./arrange";
import { softAuthenticator } from "./soft-authenticator";

const noFactor = async (at: Arrangement) => {
  const { id: personId } = await person(at);
  await at.portal.owner.authenticatorApp.deleteMany({ where: { personId } });
  await at.portal.owner.passkey.deleteMany({ where: { personId } });
  return personId;
};

const withApp = async (at: Arrangement) => {
  await withAuthenticator(at.portal, at.email);
  return {};
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                        own adm bil sup b+s cus age acc man
  "profile.view-two-factor":          { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.view-authenticator-setup": { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.start-authenticator":      { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => {
    await noFactor(at);
    return {};
  } },
  "profile.confirm-authenticator":    { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => {
    const row = { id: randomUUID(), personId: await noFactor(at) };
    const key = generateSecret();
    await at.portal.owner.authenticatorApp.create({ data: { ...row, secret: sealKey(row, key) } });
    return { code: await codeOf(key) };
  } },
  "profile.remove-authenticator":     { may: " +   +   +   +   +   +   +   +   + ", sample: withApp },
  "profile.start-passkey":            { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => {
    await noFactor(at);
    return { name: "Laptop" };
  } },
  "profile.add-passkey":              { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => {
    const challenge = Buffer.from(randomUUID()).toString("base64url");
    const data = { challengeHash: hashToken(challenge), purpose: "register", name: "Key" } as const;
    const asked = { ...data, personId: await noFactor(at), expiresAt: addMinutes(new Date(), 5) };
    await at.portal.owner.passkeyChallenge.create({ data: asked });
    return { response: softAuthenticator().register({ challenge }) };
  } },
  "profile.remove-passkey":           { may: " +   +   +   +   +   +   +   +   + ", sample: async (at) => {
    const data = { personId: await noFactor(at), credentialId: unique(), publicKey: "", name: "Key", transports: [] };
    return { passkeyId: (await at.portal.owner.passkey.create({ data })).id };
  } },
  "profile.renew-recovery-codes":     { may: " +   +   +   +   +   +   +   +   + ", sample: withApp },
  "profile.start-confirmation":       { may: " +   +   +   +   +   +   +   +   + ", sample: nothing },
  "profile.confirm-identity":         { may: " +   +   +   +   +   +   +   +   + ", sample: () => ({ confirmationSecret: "portcullis-demo" }) },
};
