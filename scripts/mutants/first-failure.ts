import fc from "fast-check";

// A mutant is dead with the first example that fails: no smaller one is looked for.
fc.configureGlobal({ endOnFailure: true });
