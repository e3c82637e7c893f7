import { afterAll, beforeAll, beforeEach } from "vitest";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import type { TestPortal } from "@/tests/fixtures/portal";
import type { CorpusTicket } from "./corpus";
import { corpusPortal } from "./corpus-portal";
import type { MailWorld } from "./mail-world";

/** A portal that receives mail, for all tests of a file. Before each of them no mail was received or sent. */
export interface ReceivingPortal {
  readonly portal: TestPortal;
  readonly world: MailWorld;
  readonly ticket: CorpusTicket;
  /** What became of a mail that was delivered by SMTP. */
  received(mail: { raw: string; from: string; to: string }): Promise<Awaited<ReturnType<typeof newest>>>;
}

const newest = ({ owner }: TestPortal) =>
  owner.inboundMail.findFirstOrThrow({ orderBy: [{ receivedAt: "desc" }, { id: "desc" }] });

/** Sets it up before the file's tests. It is there while they run. */
export function receivingPortal(): ReceivingPortal {
  let made: Awaited<ReturnType<typeof corpusPortal>>;
  beforeAll(async () => {
    made = await corpusPortal();
  });
  beforeEach(async () => {
    const { owner } = made.portal;
    await owner.inboundMail.deleteMany();
    await owner.outboxMail.deleteMany();
    await owner.rateLimit.deleteMany();
  });
  afterAll(async () => {
    await made.world.close();
    await made.portal.close();
  });
  return {
    get portal() {
      return made.portal;
    },
    get world() {
      return made.world;
    },
    get ticket() {
      return made.ticket;
    },
    async received(mail) {
      await made.world.deliver(mail);
      await processInbound();
      return newest(made.portal);
    },
  };
}
