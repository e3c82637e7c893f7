import fc from "fast-check";

// The first failing example kills a mutant, so none is shrunk.
fc.configureGlobal({ endOnFailure: true });
