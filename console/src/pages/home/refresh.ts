/** How often the first page asks anew while one looks at it; and whenever one comes back to it. */
export const REFRESH_MS = 60_000;
