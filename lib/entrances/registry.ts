import type { AnyOperation } from "@/lib/access/operation";
import { listAccounts } from "@/lib/profile/list-accounts";

/** Every operation of the portal. A test proves that none is missing, and others try each as everybody. */
export const operations: readonly AnyOperation[] = [listAccounts];
