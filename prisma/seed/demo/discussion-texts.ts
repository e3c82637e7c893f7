type Who = "owner" | "administrator" | "billing" | "support" | "billingSupport";

export interface ThreadText {
  readonly title: string;
  readonly daysAgo: number;
  readonly pinned?: true;
  readonly closed?: true;
  /** Opening post first; every later one some hours after it. */
  readonly posts: readonly (readonly [Who, string])[];
}

export interface GroupText {
  readonly name: string;
  readonly description: string;
  readonly isPrivate?: true;
  readonly owner: Who;
  readonly members: readonly Who[];
  readonly invited?: readonly Who[];
  readonly threads: readonly ThreadText[];
}

/** What the people of Northwind Robotics talk about. */
export const discussionTexts: readonly GroupText[] = [
  {
    name: "Operations",
    description: "Running the fleet: maintenance windows, incidents and what we learned from them.",
    owner: "administrator",
    members: ["owner", "administrator", "support", "billingSupport"],
    threads: [
      {
        title: "Maintenance window for the database upgrade",
        daysAgo: 2,
        pinned: true,
        posts: [
          [
            "support",
            "db-01 is due for PostgreSQL 18. I'd like to take **two hours on a Sunday**, starting 06:00.\n\n- replica first, then fail over\n- warehouse scanners are offline for about 90 seconds\n- rollback is the old primary, kept for a week",
          ],
          [
            "administrator",
            "Works for me. Can we avoid the last Sunday of the month? That's stocktaking in Rotterdam.",
          ],
          ["support", "Good point. Then the Sunday before."],
          ["billingSupport", "I'll tell the warehouse leads. Do they need to do anything when the scanners come back?"],
          ["support", "No, they reconnect by themselves. If one doesn't: hold the trigger for ten seconds."],
          ["owner", "Approved. @Tomás Herrera Villanueva please post here when it's done, whatever the hour."],
        ],
      },
      {
        title: "Post-mortem: 40 minutes without the control panel",
        daysAgo: 9,
        posts: [
          [
            "support",
            "## What happened\nThe certificate for `panel.northwind.example` expired at 03:12. Monitoring saw it, but the alert went to a mailbox that nobody reads at night.\n\n## What we change\n1. Certificates renew 30 days ahead.\n2. The alert goes to the on-call phone.",
          ],
          ["administrator", "Thanks for writing this up. Who owns the list of certificates?"],
          ["support", "I do from now on. It's in the handbook, with a date for each."],
          ["billingSupport", "Two customers asked about it. I sent them the short version and both were fine."],
          ["owner", "Clear and without blame. Exactly how I want these to read."],
        ],
      },
      {
        title: "On-call rota for December",
        daysAgo: 14,
        posts: [
          ["administrator", "Draft for December:\n\n- 1–7 Tomás\n- 8–14 Marcus\n- 15–21 Tomás\n- 22–31 to be decided"],
          ["support", "I can take 22–26 if somebody has New Year's Eve."],
          ["administrator", "I'll do 27–31. Done, then."],
          ["billingSupport", "Added to the shared calendar."],
        ],
      },
      {
        title: "Move staging to the smaller plan?",
        daysAgo: 31,
        closed: true,
        posts: [
          [
            "billingSupport",
            "Staging has used a fifth of its memory for three months. Is there a reason to keep the large plan?",
          ],
          ["support", "Only load tests, twice a year. We can size it up for those days."],
          ["administrator", "Agreed. Let's do it with the next renewal."],
          ["billingSupport", "Ordered. Closing this."],
        ],
      },
    ],
  },
  {
    name: "Budget 2027",
    description: "Hosting costs for next year, and what we expect to grow.",
    owner: "billing",
    members: ["owner", "billing", "billingSupport"],
    invited: ["administrator"],
    threads: [
      {
        title: "First estimate: hosting and licences",
        daysAgo: 4,
        pinned: true,
        posts: [
          [
            "billing",
            "Based on the last twelve months, I expect **8 % more** than this year:\n\n- storage grows with the new vision system\n- the legacy server goes in March\n- two more seats for the design tool",
          ],
          ["owner", "Is the vision system's storage hot or cold? That's most of the difference."],
          ["billingSupport", "Hot for 30 days, then cold. So about a third of what the vendor quoted."],
          ["billing", "Then we're at 5 %. I'll update the sheet."],
          ["owner", "Good. I'd like the final numbers before the board meets."],
          ["billing", "You'll have them on Friday."],
        ],
      },
      {
        title: "Prepaying a year: is the discount worth it?",
        daysAgo: 11,
        posts: [
          [
            "billing",
            "We'd save about two months' worth on the servers we surely keep. Cash flow allows it in January.",
          ],
          [
            "billingSupport",
            "For web-01, web-02 and the database, yes. Not for build and staging, which we may change.",
          ],
          ["owner", "Agreed with Hannah. Please prepare it that way."],
          ["billing", "Will do. I'll open a ticket for the change of terms."],
        ],
      },
      {
        title: "VAT ID on the invoices of the Belgian branch",
        daysAgo: 22,
        closed: true,
        posts: [
          [
            "billing",
            "Our accountant says the branch needs its own VAT ID on its invoices. Do we have any of those here?",
          ],
          ["owner", "No, the branch buys nothing from this provider."],
          ["billing", "Perfect, nothing to do."],
        ],
      },
    ],
  },
  {
    name: "Board preparation",
    description: "Drafts for the quarterly board meeting. Confidential until they are sent out.",
    isPrivate: true,
    owner: "owner",
    members: ["owner", "billing"],
    invited: ["billingSupport"],
    threads: [
      {
        title: "Q4 report: outline",
        daysAgo: 3,
        pinned: true,
        posts: [
          [
            "owner",
            "Outline for the report:\n\n1. Results against plan\n2. Hiring\n3. The acquisition talks\n4. Risks\n\n@Priya Raman can you take 1 and the table in 4?",
          ],
          ["billing", "Yes. For 1, do we show the one-off separately?"],
          ["owner", "Please. One line, with a footnote."],
          ["billing", "First draft on Wednesday."],
          ["billing", "> One line, with a footnote.\n\nDone. The footnote is longer than the line, I'm afraid."],
        ],
      },
      {
        title: "Questions the board asked last time",
        daysAgo: 17,
        posts: [
          [
            "owner",
            "So that we have answers this time:\n\n- dependency on one supplier of motors\n- how many of the pilots become contracts\n- insurance for the test track",
          ],
          ["billing", "Pilots: 4 of 7 signed, 2 are negotiating, 1 stopped."],
          ["owner", "Very good. I'll write to the insurer about the third."],
        ],
      },
    ],
  },
  {
    name: "Everyone at Northwind",
    description: "News, birthdays and the coffee machine.",
    owner: "billingSupport",
    members: ["owner", "administrator", "billing", "support", "billingSupport"],
    threads: [
      {
        title: "Welcome to the new portal",
        daysAgo: 40,
        posts: [
          [
            "owner",
            "Our services, invoices and tickets are in one place now, and so is this. Please tell Hannah what's missing.",
          ],
          ["support", "Being able to see the tickets of others saves me a lot of forwarding."],
          ["billing", "Invoices as a file for the whole year: thank you!"],
          ["administrator", "Reminder: use your own login. Nobody shares one any more."],
          ["billingSupport", "Collected so far: a darker dark theme, and cake."],
        ],
      },
      {
        title: "Summer party: date",
        daysAgo: 6,
        posts: [
          ["billingSupport", "Two dates are left at the rowing club: **19 June** and **3 July**. Preferences?"],
          ["support", "3 July, after the release."],
          ["billing", "19 June is closing week, so 3 July please."],
          ["administrator", "3 July."],
          ["owner", "3 July it is. Bring your families."],
        ],
      },
      {
        title: "Parking during the roadworks",
        daysAgo: 1,
        posts: [
          [
            "billingSupport",
            "The Keilestraat is closed to cars from Monday for two weeks. Visitors can use the yard of number 14.",
          ],
          ["administrator", "Deliveries too?"],
          ["billingSupport", "Yes, until 10:00. I put a sign up."],
          ["support", "Thanks! The racks arrive on Thursday at 09:00, so that fits."],
        ],
      },
    ],
  },
];
