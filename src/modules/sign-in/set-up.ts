import Type from "typebox";
import { forbidden, object, oneOf } from "../../kernel/index.ts";
import { type OpenContext, openCall } from "../../kernel/open-call.ts";
import type { Resources } from "../../kernel/resources.ts";
import { makeFirstAccount } from "../accounts/index.ts";
import { assertPassword, Email, UserName } from "../users/index.ts";
import {
	endAttempt,
	endAttemptsFor,
	openAttempt,
	readAttempt,
} from "./attempt.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { loadPerson } from "./person.ts";
import { SignInAnswer, signInExample } from "./sign-in-answer.ts";

const SET_UP = "set_up";
const CODE_MINUTES = 24 * 60;

/**
 * Makes the code that lets one person set the server up in the browser, for the link that the start prints: whoever
 * finds a fresh server first must not own it. A code made before opens nothing more.
 */
export async function makeSetUpCode(
	resources: Pick<Resources, "database" | "pepper" | "clock">,
): Promise<string> {
	await endAttemptsFor(resources, SET_UP);
	const { token } = await openAttempt(resources, {
		purpose: SET_UP,
		state: {},
		minutes: CODE_MINUTES,
	});
	return token;
}

const input = object({
	code: Type.String({
		maxLength: 200,
		description: "From the link that the server printed when it started",
	}),
	kind: oneOf(["provider", "standalone"], {
		description: "A provider has tenants; a standalone organization has none",
	}),
	organization: Type.String({ minLength: 1, maxLength: 255 }),
	name: UserName,
	email: Email,
	password: Type.String({
		description:
			"8 to 72 characters with a digit, an upper-case letter and a special character",
	}),
});

export const setUpInBrowser = openCall({
	id: "sign_in.set_up",
	method: "POST",
	path: "/sign-in/set-up",
	summary: "Make the first account with its owner, and sign the owner in.",
	description: "Happens once, with the code that the server printed.",
	input,
	output: SignInAnswer,
	example: {
		input: {
			code: "rva_AnExampleCodeThatOpensNothing000000000000000000",
			kind: "provider",
			organization: "Example Networks",
			name: "Olive Owner",
			email: "olive@example.com",
			password: "an-example-Password-1",
		},
		output: signInExample,
	},
	async handler(ctx, { code, organization, name, ...first }) {
		const { resources } = ctx;
		if (!(await readAttempt(resources, code, SET_UP))) throw wrongCode();
		assertPassword(first.password);
		const made = await makeFirstAccount(
			resources.database,
			resources.pepper,
			{ ...first, name: organization, ownerName: name },
			async ({ accountId, ownerId }) => ({ accountId, ownerId }),
		);
		await endAttempt(resources, code);
		return signInOwner(ctx, made);
	},
});

async function signInOwner(
	ctx: OpenContext,
	{ accountId, ownerId }: { accountId: string; ownerId: string },
) {
	const { database } = ctx.resources;
	const owner = await loadPerson(database, accountId, ownerId);
	if (!owner) throw new Error("the first owner is not there");
	return finishSignIn(ctx, owner, ["password"]);
}

function wrongCode() {
	return forbidden(
		"set_up_code",
		"The link is not valid any more; the server prints a new one when it starts.",
	);
}
