import { forbidden } from "../../kernel/errors.ts";
import type { Resources } from "../../kernel/resources.ts";
import {
	type FirstOwner,
	isSetUp,
	makeFirstAccount,
} from "../../modules/accounts/index.ts";
import { assertPassword } from "../../modules/users/index.ts";
import { version } from "../../package-root.ts";
import type { OpenRoute, WireRequest, WireRoute } from "../dialect.ts";
import { header } from "../wire-request.ts";
import type { Fields } from "./fields.ts";
import { Refusal, reworded, when } from "./refusal.ts";
import { flag, integer, shape, text } from "./schemas.ts";
import { ok } from "./wire.ts";

const tag = "Instance";
const DAY_MS = 86_400_000;
const DAYS_MAX = 365;

export const instanceRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/instance/version",
		operation: "whoami.get",
		document: {
			summary: "Read the version of the server",
			tag,
			answers: {
				200: {
					description: "The version; this server asks nobody for a newer one",
					schema: shape({
						management_current_version: text,
						management_update_available: flag,
					}),
					example: {
						management_current_version: "1.0.0",
						management_update_available: false,
					},
				},
			},
		},
		async handle() {
			return ok({
				management_current_version: version,
				management_update_available: false,
			});
		},
	},
];

export const openInstanceRoutes: readonly OpenRoute[] = [
	{
		method: "GET",
		path: "/api/instance",
		document: {
			summary: "Ask whether the server is still to be set up",
			tag,
			answers: {
				200: {
					description: "Whether the first account is still to be made",
					schema: shape({ setup_required: flag }),
					example: { setup_required: false },
				},
			},
		},
		async handle(_request, { database }) {
			return ok({ setup_required: !(await isSetUp(database)) });
		},
	},
	{
		method: "POST",
		path: "/api/setup",
		document: {
			summary: "Make the first account, a provider, and its owner; once",
			tag,
			body: {
				schema: shape({
					email: text,
					password: text,
					name: text,
					"create_pat?": flag,
					"pat_expire_in?": integer,
				}),
				example: {
					email: "olive@provider.test",
					password: "an-example-Password-1",
					name: "Olive Owner",
					create_pat: true,
				},
			},
			answers: {
				200: {
					description: "The owner, with a token if one was asked for",
					schema: shape({
						user_id: text,
						email: text,
						"personal_access_token?": text,
					}),
					example: { user_id: "1000003", email: "olive@provider.test" },
				},
				412: { description: "The first account is there already" },
			},
		},
		handle: setUpFirst,
	},
];

async function setUpFirst(
	request: WireRequest,
	resources: Resources,
	json: () => Fields,
) {
	refuseOtherSites(request);
	if (await isSetUp(resources.database))
		throw new Refusal(412, "setup already completed");
	const first = readFirst(readFields(json));
	const answer = await reworded(
		makeFirstAccount(resources.database, resources.pepper, first, (owner) =>
			equip(owner, first, resources),
		),
		when("already_set_up", 412, "setup already completed"),
	);
	return ok(answer);
}

function readFields(json: () => Fields): Fields {
	try {
		return json();
	} catch {
		throw new Refusal(400, "invalid request body");
	}
}

/** Any page a browser shows could send this request to a server in its network; none but our own may. */
function refuseOtherSites(request: WireRequest): void {
	const origin = header(request, "origin");
	if (origin === undefined) return;
	const host = URL.canParse(origin) ? new URL(origin).host : "";
	if (host !== header(request, "host"))
		throw forbidden("other_site", "setup is not open to other sites");
}

function readFirst(fields: Fields) {
	const email = fields.text("email");
	const ownerName = fields.text("name");
	const days = fields.has("pat_expire_in")
		? fields.integer("pat_expire_in")
		: 1;
	if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254)
		throw new Refusal(422, "invalid email format");
	if (ownerName === "") throw new Refusal(422, "name is required");
	const password = fields.text("password");
	assertPassword(password);
	if (days < 1 || days > DAYS_MAX)
		throw new Refusal(422, `pat_expire_in must be between 1 and ${DAYS_MAX}`);
	return {
		kind: "provider" as const,
		// The body names the owner alone; the account is called after the domain of the address.
		name: email.slice(email.indexOf("@") + 1),
		email,
		ownerName,
		password,
		tokenDays: fields.flag("create_pat") ? days : undefined,
	};
}

async function equip(
	{ ownerId, issue }: FirstOwner,
	{ email, tokenDays }: { email: string; tokenDays: number | undefined },
	{ clock }: Resources,
) {
	if (tokenDays === undefined) return { user_id: ownerId, email };
	const expiresAt = new Date(clock.now().getTime() + tokenDays * DAY_MS);
	const { token } = await issue("personal", "Setup token", expiresAt);
	return { user_id: ownerId, email, personal_access_token: token };
}
