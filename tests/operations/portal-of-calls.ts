import { afterAll, beforeAll } from "vitest";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { groundOf, type Restore } from "./restore";

/** The portal that a file's calls go to, one after the other. */
export interface PortalOfCalls {
  readonly portal: TestPortal;
  /** Everyone signs in once, and again after calls that may have ended their sessions. */
  cookieOf(email: string): Promise<string>;
  /** After each call: what it may have changed is as it was. */
  putBack(operation: string): Promise<void>;
}

/** Sets it up before the file's tests. It is there while they run. */
export function portalOfCalls(): PortalOfCalls {
  const cookies = new Map<string, string>();
  let portal: TestPortal;
  let restore: Restore;
  beforeAll(async () => {
    portal = await testPortal();
    restore = await groundOf(portal);
  });
  afterAll(() => portal.close());
  return {
    get portal() {
      return portal;
    },
    async cookieOf(email) {
      const cookie = cookies.get(email) ?? (await portal.cookie(email));
      cookies.set(email, cookie);
      return cookie;
    },
    async putBack(operation) {
      if (operation.startsWith("profile.")) cookies.clear();
      await restore(operation);
    },
  };
}
