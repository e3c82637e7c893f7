import { prisma } from "./client";

/** Ends the connections of this process, at its end. */
export const disconnect = (): Promise<void> => prisma().$disconnect();
