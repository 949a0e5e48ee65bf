/** Sizes of the charts' pictures in pixels of the page: what is reserved for them before they are there. */
export const RELIABILITY_SIZE = { width: 544, height: 544 } as const;
export const HISTOGRAM_SIZE = { width: 544, height: 102 } as const;
export const OVER_TIME_SIZE = { width: 544, height: 392 } as const;
