import { z } from "zod";

/** The id of a record. Anything else is rejected before it reaches the database. */
export const id = z.uuid();

/** The version of a record that the caller saw: a change is rejected if someone else changed it first. */
export const version = z.int().min(1).describe("The version last read; also taken from If-Match");
