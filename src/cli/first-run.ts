import type { Database } from "../db/index.ts";
import type { Pepper } from "../kernel/credentials/pepper.ts";
import { setUp } from "../modules/accounts/index.ts";
import { generatePassword } from "../modules/users/index.ts";
import type { ServerArguments } from "./options.ts";

/** What set-up prints, once: it is kept nowhere in a form that could show it again. */
export interface FirstRun {
	url: string;
	account_id: string;
	owner: { email: string; password: string };
	token: string;
	key: { id: string; secret: string };
	api_key: string;
}

/** Makes the first account. @throws conflict when there is one */
export async function firstRun(
	database: Database,
	pepper: Pepper,
	url: string,
	first: ServerArguments["first"],
): Promise<FirstRun> {
	const password = first.password ?? generatePassword();
	const made = await setUp(database, pepper, {
		...first,
		ownerName: first.email.split("@")[0] ?? first.email,
		password,
	});
	return {
		url,
		account_id: made.accountId,
		owner: { email: first.email, password },
		token: made.token,
		key: made.key,
		api_key: made.apiKey,
	};
}

/** Where a person sets the server up. The code stands in the fragment, which browsers keep out of every log. */
export function invitation(url: string, code: string): string {
	return `
Reeve is ready to be set up. Open this link within a day, once:

  ${url}/set-up#${code}

A restart prints another and makes this one void.
`;
}

/** The same for people: how to sign in, and one call on each wire that works as it stands. */
export function welcome(
	made: FirstRun,
	kind: "provider" | "standalone",
): string {
	const { url, account_id, owner, token, key, api_key } = made;
	const umbrella =
		kind === "provider"
			? `${url}/v1/msps/${account_id}/customers`
			: `${url}/v1/organizations`;
	return `
Reeve is set up. Keep what follows: it is shown this once.

  Console   ${url}/
  Owner     ${owner.email}
  Password  ${owner.password}
  Account   ${account_id}
  Token     ${token}

Three calls that work now, one for each vendor's wire:

  curl -u ${key.id}:${key.secret} ${umbrella}
  curl -H "apikey: ${api_key}" ${url}/api/json/device/listDevices
  curl -H "Authorization: Token ${token}" ${url}/api/setup-keys

And the native one:

  curl -H "Authorization: Token ${token}" ${url}/api/v1/whoami
`;
}
