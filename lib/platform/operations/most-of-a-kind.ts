/** How many results of one kind are shown; whoever looks for more searches that kind's own list. */
export const MOST_OF_A_KIND = 8;
