import { createECDH, hkdfSync } from "node:crypto";
import { env } from "./env";

/**
 * The portal's key pair for push services, derived from PORTAL_SECRET: there is no further secret to keep. With another
 * secret, browsers have to be subscribed anew.
 */
export function vapidKeys(): { readonly publicKey: string; readonly privateKey: string } {
  const ecdh = createECDH("prime256v1");
  const secret = Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis push", 32));
  ecdh.setPrivateKey(secret);
  return { publicKey: ecdh.getPublicKey("base64url"), privateKey: secret.toString("base64url") };
}
