import { inject } from "vitest";
import { copyDatabase, type TestDatabase } from "./copy-database";

/** A migrated, empty database of one's own. Call `drop` afterwards; connections still open are cut. */
export const freshDatabase = (): Promise<TestDatabase> => copyDatabase(inject("templateUrl"));
