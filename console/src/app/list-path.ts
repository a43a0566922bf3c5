import type { RegisteredRouter } from "@tanstack/react-router";

/** The address of a list in an account, as the router knows it: `"/a/$account/regions"`. */
export type ListPath = Exclude<
	Extract<keyof RegisteredRouter["routesByPath"], `/a/$account/${string}`>,
	"/a/$account/" | `/a/$account/${string}/${string}`
>;
