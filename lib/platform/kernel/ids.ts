import { z } from "zod";

/** The id of a record. Anything else is rejected before it reaches the database. */
export const id = z.uuid();

/** The version of a record that the caller saw: a change is rejected if someone else changed it first. */
export const version = z.int().min(1).describe("The version last read; also taken from If-Match");

/** The same for a record that may not exist yet: its version is 0 then. */
export const versionOrNone = z.int().min(0);
