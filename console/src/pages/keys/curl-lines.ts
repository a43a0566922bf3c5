import type { Key } from "../../../../generated/client.ts";
import { accessOpens } from "./access-words.ts";
import type { IssuedKey } from "./issued-key.ts";
import type { KeyKind } from "./key-kinds.ts";

/** A command that uses a new key, as it can be pasted into a shell. */
export interface CurlLine {
	/** Whose wire it speaks. */
	wire: Wire;
	title: string;
	code: string;
}

type Wire = "reeve" | "umbrella" | "opmanager" | "netbird";

/** The wires on which a kind is at home; the first one is shown first. Any key works on all. */
const wiresOf: Record<KeyKind, readonly Wire[]> = {
	api: ["reeve", "opmanager", "umbrella", "netbird"],
	mcp: ["reeve"],
	personal: ["reeve", "netbird", "umbrella", "opmanager"],
	service: ["reeve", "netbird", "umbrella", "opmanager"],
	organization: ["umbrella", "reeve"],
	network_device: ["umbrella", "reeve"],
	probe: ["reeve"],
};

const titles: Record<Wire, string> = {
	reeve: "Reeve",
	umbrella: "Umbrella",
	opmanager: "OpManager",
	netbird: "NetBird",
};

/**
 * Calls that the key may make, with the key filled in.
 *
 * @param origin of this server, as the browser reaches it
 */
export function curlLines(issued: IssuedKey, origin: string): CurlLine[] {
	return wiresOf[issued.key.kind].flatMap((wire) => {
		const code = lineOf(wire, issued, origin);
		return code === undefined ? [] : [{ wire, title: titles[wire], code }];
	});
}

function lineOf(
	wire: Wire,
	{ key, parts }: IssuedKey,
	origin: string,
): string | undefined {
	const { token, secret } = parts;
	if (token === undefined) return undefined;
	const bearer = `-H 'Authorization: Bearer ${token}'`;
	const account = key.require_account ? `?account=${key.account_id}` : "";
	switch (wire) {
		case "reeve":
			return curl(bearer, `${origin}/api/v1/whoami${account}`);
		case "umbrella": {
			const path = umbrellaPath(key);
			const pair = secret === undefined ? bearer : `-u ${key.key}:${secret}`;
			return path && curl(pair, `${origin}${path}`);
		}
		case "opmanager":
			return accessOpens(key.access, "devices", "read", "devices.list")
				? curl(
						`-H 'apikey: ${token}'`,
						`${origin}/api/json/device/listDevices${key.require_account ? `?selCustomerID=${key.account_id}` : ""}`,
					)
				: undefined;
		case "netbird":
			return curl(
				`-H 'Authorization: Token ${token}'`,
				`${origin}${netbirdPath(key.kind)}${account}`,
			);
	}
}

function curl(credential: string, url: string): string {
	return `curl ${credential} '${url}'`;
}

/** A path that the key may read. Where it insists on an explicit account, one that names it. */
function umbrellaPath({ access, account_id, require_account }: Key) {
	const may = (module: string, operation: string) =>
		accessOpens(access, module, "read", operation);
	if (!require_account && may("accounts", "accounts.list"))
		return "/v1/organizations";
	if (may("devices", "devices.list"))
		return `/v1/organizations/${account_id}/networkdevices`;
	if (may("networks", "registered_networks.list"))
		return `/v1/organizations/${account_id}/networks`;
	return undefined;
}

/** Only people are somebody on that wire. */
function netbirdPath(kind: KeyKind): string {
	return kind === "service" ? "/api/users" : "/api/users/current";
}
