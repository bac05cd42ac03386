// A stylesheet has no types; this lets TypeScript accept its import.
export {};
