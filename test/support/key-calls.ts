import type { NativeApi } from "./native-api.ts";

/** What tests of keys do over and over, as the first owner unless said. */
export function keyCalls({ call, token: owner }: NativeApi) {
	return {
		make: (body: object, token = owner, scope = "") =>
			call("POST", `/keys${scope}`, { name: "Key", ...body }, token),
		/** The status that a token gets for asking who it is. */
		works: async (token: string) =>
			(await call("GET", "/whoami", undefined, token)).status,
	};
}
