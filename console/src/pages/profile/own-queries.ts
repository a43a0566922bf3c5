/** Keys of what is about oneself, wherever one works. */
export const profileKey = ["me", "profile"] as const;
export const factorsKey = ["me", "second_factors"] as const;
export const sessionsKey = ["me", "sessions"] as const;
