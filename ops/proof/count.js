/** How often a proof repeats: `small` in `npm test`, `large` in `npm run prove`. */
export const count = (small, large) => (process.env['QQ_PROVE'] ? large : small);
/** The seed of this run; the same seed gives the same chance again. */
export const seed = Number(process.env['QQ_SEED'] ?? 20261125);
/** Repeatable chance for proofs: numbers in [0, 1) (mulberry32). */
export const chance = (from = seed) => {
    let state = from >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
};
//# sourceMappingURL=count.js.map