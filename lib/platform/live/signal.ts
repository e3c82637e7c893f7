import { z } from "zod";

/** Null once the person, contact or account is deleted; missing until the database is migrated. */
const version = z.string().regex(/^\d+$/).nullish();
const access = z.object({ access: z.uuid(), version });
const notification = z.object({ account: z.uuid(), person: z.uuid() });
const change = z.object({ account: z.uuid(), kind: z.string(), id: z.uuid(), by: z.string() });
const typing = z.object({ account: z.uuid(), kind: z.string(), id: z.uuid(), typist: z.uuid(), staff: z.boolean() });

export type Change = z.infer<typeof change>;
export type Typing = z.infer<typeof typing>;
export type AccessChange = z.infer<typeof access>;
export type Signal = AccessChange | z.infer<typeof notification> | Change | Typing;

const signal = z.union([access, notification, typing, change]);

/** What the database has announced on `portcullis_live`; null for what this version doesn't know. */
export function readSignal(payload: string): Signal | null {
  try {
    return signal.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
