import { notFound } from "../../kernel/errors.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import { Refusal } from "./refusal.ts";
import { date, integer, listOf, nothing, shape, text } from "./schemas.ts";
import type { User } from "./user-shape.ts";
import { allRows, bodyOf, dateOr, done, ok, pathId } from "./wire.ts";

const tag = "Tokens";
const ofUser = "/api/users/:userId/tokens";
const DAYS_MAX = 365;

/** A key as the core shows it. */
interface Key {
	id: string;
	kind: string;
	name: string;
	user: { id: string } | null;
	created_by: string | null;
	created_at: string;
	expires_at: string | null;
	last_used_at: string | null;
	token?: string;
}

function toWireToken(key: Key) {
	return {
		id: key.id,
		name: key.name,
		expiration_date: dateOr(key.expires_at),
		created_by: key.created_by ?? "",
		created_at: key.created_at,
		...(key.last_used_at === null ? {} : { last_used: key.last_used_at }),
	};
}

const tokenSchema = shape({
	id: text,
	name: text,
	expiration_date: date,
	created_by: text,
	created_at: date,
	"last_used?": date,
});
const example = {
	id: "1000071",
	name: "Onboarding script",
	expiration_date: "2026-02-04T09:00:00.000Z",
	created_by: "1000003",
	created_at: "2026-01-05T09:00:00.000Z",
};

export const tokenRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: ofUser,
		operation: "keys.list",
		document: {
			summary: "List a user's tokens",
			tag,
			answers: {
				200: {
					description: "The tokens",
					schema: listOf(tokenSchema),
					example: [example],
				},
			},
		},
		async handle(call) {
			const { id: user_id, kind } = await holder(call);
			const keys = await allRows<Key>(call, "keys.list", { user_id, kind });
			return ok(keys.map(toWireToken));
		},
	},
	{
		method: "POST",
		path: ofUser,
		operation: "keys.create",
		document: {
			summary: "Create a token; it is shown in this answer only",
			tag,
			body: {
				schema: shape({ name: text, expires_in: integer }),
				example: { name: "Onboarding script", expires_in: 30 },
			},
			answers: {
				200: {
					description: "The token",
					schema: shape({
						plain_token: text,
						personal_access_token: tokenSchema,
					}),
					example: {
						plain_token: "rvp_AnExampleThatOpensNothing",
						personal_access_token: example,
					},
				},
			},
		},
		handle: createToken,
	},
	{
		method: "GET",
		path: `${ofUser}/:tokenId`,
		operation: "keys.get",
		document: {
			summary: "Read a token",
			tag,
			answers: {
				200: { description: "The token", schema: tokenSchema, example },
			},
		},
		async handle(call) {
			return ok(toWireToken(await tokenOf(call, await holder(call))));
		},
	},
	{
		method: "DELETE",
		path: `${ofUser}/:tokenId`,
		operation: "keys.delete",
		document: {
			summary: "Delete a token; it opens nothing from now on",
			tag,
			answers: { 200: { description: "Done", schema: nothing } },
		},
		async handle(call) {
			const { id } = await tokenOf(call, await holder(call));
			await call.run("keys.delete", { id });
			return done;
		},
	},
];

interface Holder {
	id: string;
	kind: "personal" | "service";
}

/** The user in the path: the caller itself or a service user, for nobody touches the tokens of another person. */
async function holder(call: WireCall): Promise<Holder> {
	const { caller, place } = call;
	const id = pathId(call, "userId", "user");
	if (id === caller.user?.id && place.account.id === caller.home.id)
		return { id, kind: caller.user.kind === "human" ? "personal" : "service" };
	const user: User = await call.run("users.get", { id });
	if (user.kind === "human")
		throw new Refusal(403, "admin role required to perform this action");
	return { id, kind: "service" };
}

async function createToken(call: WireCall) {
	const fields = bodyOf(call);
	const name = fields.text("name");
	const days = fields.integer("expires_in");
	if (name === "") throw new Refusal(422, "token name can't be empty");
	if (days < 1 || days > DAYS_MAX)
		throw new Refusal(422, `expiration has to be between 1 and ${DAYS_MAX}`);
	const { id: user_id, kind } = await holder(call);
	const key: Key = await call.run("keys.create", {
		kind,
		name,
		user_id,
		expires_in_days: days,
	});
	return ok({
		plain_token: key.token,
		personal_access_token: toWireToken(key),
	});
}

/** The token in the path, if it is one of the user in the path. @throws not_found */
async function tokenOf(call: WireCall, { id, kind }: Holder): Promise<Key> {
	const tokenId = pathId(call, "tokenId", "key");
	const key: Key = await call.run("keys.get", { id: tokenId });
	if (key.user?.id !== id || key.kind !== kind) throw notFound("key", tokenId);
	return key;
}
