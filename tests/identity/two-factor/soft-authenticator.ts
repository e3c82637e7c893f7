import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { env } from "@/lib/platform/config/env";

interface Answering {
  readonly challenge: string;
  /** Where the browser is; the portal if not given. */
  readonly origin?: string;
  readonly rpId?: string;
  /** As the authenticator counts. */
  readonly counter?: number;
  /** Whether it checked a finger, a face or a PIN. */
  readonly verified?: boolean;
}

const bytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer);
const sha256 = (data: Buffer | string): Buffer => createHash("sha256").update(data).digest();

/** An authenticator made of software, with a key of its own. */
export function softAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credentialId = randomBytes(32);
  const id = credentialId.toString("base64url");

  const clientData = (type: string, { challenge, origin }: Answering): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: origin ?? new URL(env().PORTAL_URL).origin }));

  const authData = ({ rpId, counter = 0, verified = true }: Answering, attested: boolean): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
    return Buffer.concat([sha256(rpId ?? new URL(env().PORTAL_URL).hostname), Buffer.from([flags]), count]);
  };

  const coseKey = (): Buffer =>
    Buffer.from(
      isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, bytes(Buffer.from(x, "base64url"))],
          [-3, bytes(Buffer.from(y, "base64url"))],
        ]) as never,
      ),
    );

  return {
    id,
    /** RegistrationResponseJSON, as text. */
    register(asked: Answering): string {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const data = Buffer.concat([authData(asked, true), Buffer.alloc(16), length, credentialId, coseKey()]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", bytes(data)],
      ]);
      return JSON.stringify({
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData("webauthn.create", asked).toString("base64url"),
          attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url"),
          transports: ["internal"],
        },
      });
    },
    /** AuthenticationResponseJSON, as text. */
    answer(asked: Answering): string {
      const client = clientData("webauthn.get", asked);
      const data = authData(asked, false);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return JSON.stringify({
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: signature.toString("base64url"),
        },
      });
    },
  };
}
