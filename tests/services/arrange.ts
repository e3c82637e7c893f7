import { buildService } from "@/prisma/seed/builders/service";
import type { Arrangement } from "@/tests/operations/arrangement";

export const service = (at: Arrangement) =>
  buildService(at.portal.owner, at.accountId, {
    product: "vps-s",
    name: "sample.example",
    startedAt: new Date(),
    credentials: [{ label: "SSH", username: "root", secret: "Sample-Secret" }],
  });
