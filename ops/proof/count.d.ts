/** How often a proof repeats: `small` in `npm test`, `large` in `npm run prove`. */
export declare const count: (small: number, large: number) => number;
/** The seed of this run; the same seed gives the same chance again. */
export declare const seed: number;
/** Repeatable chance for proofs: numbers in [0, 1) (mulberry32). */
export declare const chance: (from?: number) => (() => number);
//# sourceMappingURL=count.d.ts.map