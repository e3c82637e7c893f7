/** Options in the order of their positions; an abstention comes last. */
export const decisionTexts = {
  past: [
    {
      daysAgo: 340,
      chair: "owner",
      title: "Adopt the budget for the coming year",
      purpose: "Adopt the budget that was presented in the November meeting, with 1.84 million euros for development.",
      background:
        "The figures follow the forecast of the third quarter. Hiring is planned for two engineers from April.",
      recommendation: "Adopt it as presented.",
      votes: { owner: 1, administrator: 1, billing: 1, support: 1, billingSupport: 3 },
    },
    {
      daysAgo: 262,
      chair: "administrator",
      title: "Replace the nightly backups by continuous ones",
      purpose: "Move the order database from nightly to continuous backups.",
      background:
        "A failed disk in February cost us the orders of one morning. Continuous backups cost 90 euros more a month.",
      recommendation: "Yes, from the first of next month.",
      threshold: "twoThirds",
      votes: { owner: 1, administrator: 1, billing: 2, support: 1, billingSupport: 1 },
    },
    {
      daysAgo: 198,
      chair: "owner",
      title: "Name of the new gripper line",
      purpose: "Choose the name under which the new grippers are sold.",
      background:
        "All three names are free as trade marks in the EU. The agency's test with 60 customers is in the meeting papers.",
      options: ["Tern", "Kittiwake", "Sandpiper"],
      votes: { owner: 2, administrator: 2, billing: 1, support: 2, billingSupport: 3 },
    },
    {
      daysAgo: 141,
      chair: "owner",
      title: "Sell the old paint line",
      purpose: "Sell the paint line to the highest bidder, for 38,500 euros.",
      background: "It has not run since the new one was accepted. Storage costs 400 euros a month.",
      quorum: "count",
      quorumValue: 4,
      extendedBecause: "Two voters were at the trade fair in Munich.",
      votes: { owner: 1, administrator: 1, billing: 1 },
    },
    {
      daysAgo: 96,
      chair: "owner",
      title: "Work from home on three days a week",
      purpose: "Allow everyone whose work permits it to work from home on up to three days a week.",
      background:
        "The trial with two days ended in June. The survey: 31 of 38 want to keep it, 22 of them with a third day.",
      recommendation: "Yes, with Tuesday as the common day in the office.",
      base: "invited",
      hideNames: true,
      votes: { owner: 2, administrator: 1, billing: 1, support: 1, billingSupport: 1 },
    },
    {
      daysAgo: 44,
      chair: "administrator",
      title: "Require two-factor sign-in for everyone",
      purpose: "Require a second factor for every login to the portal from the first of next month.",
      background:
        "Our insurer gives a discount of 12 per cent for it. Security keys for everyone cost about 1,100 euros.",
      recommendation: "Yes.",
      threshold: "unanimous",
      votes: { owner: 1, administrator: 1, billing: 1, support: 1, billingSupport: 1 },
    },
  ],
  open: {
    branch: {
      title: "Lease a second hall in Dordrecht",
      purpose: "Lease 1,200 square metres in Dordrecht for five years, from 1 March.",
      background:
        "The hall in Rotterdam has been full since summer, and finished robots stand in the yard. Dordrecht is 25 minutes away; the rent is 7,650 euros a month.\n\nThe alternative is a third shift, which needs four more people.",
      recommendation: "Sign the lease, with the break clause.",
      options: ["Sign the lease", "Add a third shift"],
      tie: "chair",
    },
    supplier: {
      title: "Buy servo drives from Halden Drives",
      purpose: "Make Halden Drives our main supplier of servo drives for two years.",
      background:
        "Their offer is 9 per cent below the present price at the same delivery time. Two of three test drives passed all tests.",
      recommendation: "Yes, with a trial order of 50 drives first.",
      organisations: ["Halden Drives"],
      quorum: "share",
      quorumValue: 60,
    },
    support: {
      title: "Extend the support line to Saturdays",
      purpose: "Staff the support line on Saturdays from 9 to 13, from January.",
      background:
        "One call in eight comes on a Saturday, and waits until Monday. It takes one person in turn, paid as overtime.",
      options: ["Every Saturday", "Every other Saturday", "No change"],
      hideNames: true,
    },
  },
} as const;
