import { applyTheme, readTheme } from "./theme.ts";

// Runs before anything is painted, so that a dark page never begins with a flash of white.
applyTheme(readTheme());
