import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

export const pushDevice = z.object({ id, device: z.string(), createdAt: isoDateTime, current: z.boolean() });

export type PushDevice = z.infer<typeof pushDevice>;
