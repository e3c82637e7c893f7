import type { Department, TicketPriority, TicketStatus } from "@/lib/platform/db/generated/enums";
import type { Northwind } from "./northwind";

export interface TicketText {
  readonly subject: string;
  readonly by: keyof Pick<Northwind["contacts"], "owner" | "administrator" | "support" | "billingSupport" | "custom">;
  readonly service?: keyof Northwind["services"];
  readonly daysAgo: number;
  readonly status: TicketStatus;
  readonly priority?: TicketPriority;
  readonly department?: Department;
  readonly ask: string;
  readonly answer?: string;
  readonly thanks?: string;
}

/** Northwind's tickets of the past two years. */
// biome-ignore format: a table is read by rows
export const northwindTickets: readonly TicketText[] = [
  { subject: "web-02 returns 502 since the kernel update last night", by: "support", service: "web2", daysAgo: 0, status: "open", priority: "urgent", ask: "Since 02:40 UTC nginx on web-02 has been returning 502 for about every third request. web-01 is fine. The kernel was updated at 02:31. Can you look at the host? We have taken it out of the balancer for now." },
  { subject: "Restore of one table from Tuesday's backup", by: "support", service: "db", daysAgo: 1, status: "answered", priority: "high", ask: "A script emptied the table shipment_labels at 14:20 on Tuesday. Could you restore that one table into a schema restore_1124 so that we can copy the rows back?", answer: "The table is in schema restore_1124 as of Tuesday 14:15 UTC, 48,212 rows. Please tell us once you have copied what you need, then we drop the schema." },
  { subject: "Staging server still suspended", by: "administrator", service: "staging", daysAgo: 3, status: "answered", ask: "staging.northwind.example was suspended on Friday. The team needs it back before the next release. What is missing?", answer: "It is on hold with another department, who have written to your account owner. As soon as that is settled it comes back by itself, usually within ten minutes." },
  { subject: "Add two IPv6 addresses to build-01", by: "support", service: "build", daysAgo: 6, status: "open", ask: "Please route two more IPv6 addresses from our /64 to build-01. The runners need addresses of their own." },
  { subject: "Invoice shows the old address", by: "billingSupport", daysAgo: 9, status: "answered", department: "billing", ask: "The last invoice still carries Keilestraat 7. We moved to number 9 in spring and our auditors ask for a corrected copy.", answer: "Your account has the new address now, so the next invoice will show it. For the last one we will send a corrected copy this week." },
  { subject: "Quote for a second database node in Frankfurt", by: "owner", daysAgo: 12, status: "answered", department: "sales", priority: "low", ask: "We're considering a read replica close to our customers in southern Germany. What would Managed PostgreSQL with a node in FRA-1 cost us, and how long would the move take?", answer: "A third node in Frankfurt is possible; the quote has gone to you by mail. Adding it takes about an hour and needs no interruption. Shall we plan a date?" },
  { subject: "Control panel password reset for our contractor", by: "custom", service: "web1", daysAgo: 14, status: "closed", ask: "My first sign-in to the panel of web-01 asks for a password I never received. Could you reset it?", answer: "You'll find it under the service's credentials once your administrator grants you access. That was done an hour ago.", thanks: "Found it, thank you." },
  { subject: "Disk on web-01 at 91 percent", by: "support", service: "web1", daysAgo: 21, status: "closed", priority: "high", ask: "Monitoring warns about the disk of web-01. Is a larger volume possible without reinstalling?", answer: "Yes: we have extended the volume to 240 GB, no restart was needed.", thanks: "Perfect, the alert is gone.\n\nOn Tue, Sam Whitfield wrote:\n> Yes: we have extended the volume to 240 GB, no restart was needed." },
  { subject: "Firewall rule for the new office", by: "administrator", daysAgo: 33, status: "closed", ask: "Please allow 203.0.113.48/29 to reach the database on port 5432. It is our new office in Delft.", answer: "The rule is in place for orders-db." },
  { subject: "Nightly backup took nine hours", by: "support", service: "backup", daysAgo: 41, status: "closed", ask: "The backup of last night ran from 01:00 to 10:10. Normally it is done in forty minutes. Did something change?", answer: "One storage node was being replaced. Tonight's run finished in 38 minutes.", thanks: "Same here, thanks for checking." },
  { subject: "TLS certificate chain incomplete on Android 7", by: "support", service: "certificate", daysAgo: 55, status: "closed", ask: "Old scanners in the warehouse have been rejecting our certificate since the renewal.", answer: "The renewed certificate chains to a different root. We have reissued it with the cross-signed chain; please restart nginx once." },
  { subject: "Reverse DNS for mail", by: "administrator", service: "web2", daysAgo: 76, status: "closed", ask: "Could you set the PTR of 198.51.100.23 to mail.northwind.example?", answer: "Done. It may take up to an hour until every resolver sees it." },
  { subject: "Packet loss between AMS-2 and our VPN", by: "support", daysAgo: 98, status: "closed", priority: "urgent", ask: "We see 12 percent loss to our VPN endpoint since 08:15. mtr attached as text below.\n\n 4. ams-core-2   0.0%\n 5. peer-ix-7   12.4%", answer: "A peering partner has a fault at hop 5. We've been routing around it since 08:52.", thanks: "Loss is at zero. Quick work!" },
  { subject: "Who can see our payment details?", by: "billingSupport", daysAgo: 120, status: "closed", department: "billing", ask: "Before we add the new card: which of our people and yours can see it?", answer: "Nobody sees the number. Your billing contacts, administrators and the owner see its last four digits and expiry; so do we in accounting." },
  { subject: "Upgrade PostgreSQL from 16 to 17", by: "support", service: "db", daysAgo: 150, status: "closed", ask: "When can orders-db move to PostgreSQL 17? A Sunday morning would suit us.", answer: "Planned for Sunday 06:00 UTC. Expect two interruptions of a few seconds.", thanks: "All green, thank you." },
  { subject: "build-01: one of two NVMe drives reports errors", by: "support", service: "build", daysAgo: 188, status: "closed", priority: "high", ask: "smartctl shows 14 media errors on nvme1n1.", answer: "We replaced the drive at 11:40 UTC. The RAID is rebuilding and will be done by this evening." },
  { subject: "Cancel legacy-shop at the end of the month", by: "owner", service: "legacy", daysAgo: 214, status: "closed", department: "sales", ask: "We have moved the shop. Please do not renew legacy-shop.", answer: "Cancelled as of today. The data will be erased in 30 days.", thanks: "Thank you." },
  { subject: "Slow queries after the move", by: "support", service: "db", daysAgo: 260, status: "closed", ask: "Since the move to the HA cluster some reports take three times as long.", answer: "Statistics were missing after the restore. We ran ANALYZE; please try again.", thanks: "Back to normal." },
  { subject: "VAT number on invoices", by: "billingSupport", daysAgo: 333, status: "closed", department: "billing", ask: "Our VAT number is missing on the October invoice.", answer: "Added to the account; a corrected invoice is in your list." },
  { subject: "Access for our auditors", by: "administrator", daysAgo: 402, status: "closed", ask: "Our auditors want to see two years of invoices, nothing else, for two weeks. What is the best way?", answer: "Invite them with only the permission to view invoices, and set an end date. Access ends automatically." },
  { subject: "web-01 rebooted without notice", by: "support", service: "web1", daysAgo: 480, status: "closed", priority: "high", ask: "Uptime is two hours. None of us restarted it.", answer: "The host lost power on one feed and the other tripped. Both are replaced, and the report is in your documents." },
  { subject: "First steps with the API", by: "administrator", daysAgo: 610, status: "closed", priority: "low", ask: "Is there a description of the API that our tools can read?", answer: "Yes: an OpenAPI document at /api/v1/openapi.json. Create a token on your profile page.", thanks: "That is just what we needed." },
];
