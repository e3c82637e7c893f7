import { z } from "zod";

/** The id of a record. Anything else is rejected before it reaches the database. */
export const id = z.uuid();

/** The largest that the database can store, and still count up from. */
const LAST_VERSION = 2_147_483_646;

/** The version of a record that the caller saw: a change is rejected if someone else changed it first. */
export const version = z.int().min(1).max(LAST_VERSION).describe("The version last read; also taken from If-Match");

/** The same for a record that may not exist yet: its version is 0 then. */
export const versionOrNone = z.int().min(0).max(LAST_VERSION);
