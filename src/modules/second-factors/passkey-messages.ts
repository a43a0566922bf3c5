import Type, { type Static } from "typebox";
import { object, oneOf } from "../../kernel/index.ts";

/**
 * What goes to the browser's `navigator.credentials` and what comes back, as WebAuthn level 3 writes both in JSON:
 * `PublicKeyCredential.parseCreationOptionsFromJSON`, `parseRequestOptionsFromJSON` and `toJSON`.
 */
const Base64Url = (maxLength: number) =>
	Type.String({ pattern: "^[A-Za-z0-9_-]*$", maxLength });

const Verification = oneOf(["required", "preferred", "discouraged"]);

const Descriptor = object({
	id: Base64Url(2000),
	type: oneOf(["public-key"]),
	transports: Type.Optional(Type.Array(Type.String())),
});

export const PasskeyCreationOptions = object({
	rp: object({ id: Type.String(), name: Type.String() }),
	user: object({
		id: Base64Url(100),
		name: Type.String(),
		displayName: Type.String(),
	}),
	challenge: Base64Url(200),
	pubKeyCredParams: Type.Array(
		object({ type: oneOf(["public-key"]), alg: Type.Integer() }),
	),
	timeout: Type.Integer({ description: "Milliseconds" }),
	attestation: Type.String(),
	excludeCredentials: Type.Array(Descriptor),
	authenticatorSelection: object({
		residentKey: Type.String(),
		requireResidentKey: Type.Boolean(),
		userVerification: Verification,
	}),
});
export type PasskeyCreationOptions = Static<typeof PasskeyCreationOptions>;

export const PasskeyRequestOptions = object({
	rpId: Type.String(),
	challenge: Base64Url(200),
	allowCredentials: Type.Array(Descriptor),
	timeout: Type.Integer({ description: "Milliseconds" }),
	userVerification: Verification,
});
export type PasskeyRequestOptions = Static<typeof PasskeyRequestOptions>;

/** Browsers may say more than is asked of them, and more each year; what is not needed is passed over. */
const open = { additionalProperties: true };

const credential = {
	id: Base64Url(2000),
	rawId: Base64Url(2000),
	type: oneOf(["public-key"]),
	authenticatorAttachment: Type.Optional(Type.Unsafe<string | null>({})),
	clientExtensionResults: Type.Optional(Type.Object({}, open)),
};

export const PasskeyCreated = Type.Object(
	{
		...credential,
		response: Type.Object(
			{
				clientDataJSON: Base64Url(10_000),
				attestationObject: Base64Url(50_000),
				transports: Type.Optional(
					Type.Array(Type.String({ maxLength: 50 }), { maxItems: 20 }),
				),
			},
			open,
		),
	},
	{
		...open,
		description: "`toJSON()` of what `navigator.credentials.create` answered",
	},
);
export type PasskeyCreated = Static<typeof PasskeyCreated>;

export const PasskeyUsed = Type.Object(
	{
		...credential,
		response: Type.Object(
			{
				clientDataJSON: Base64Url(10_000),
				authenticatorData: Base64Url(10_000),
				signature: Base64Url(10_000),
				userHandle: Type.Optional(Type.Unsafe<string | null>({})),
			},
			open,
		),
	},
	{
		...open,
		description: "`toJSON()` of what `navigator.credentials.get` answered",
	},
);
export type PasskeyUsed = Static<typeof PasskeyUsed>;

const ID = "wzJ0YI0WQ3mJw2cVQmT3Ow";
const CHALLENGE = "2HdJNyl6o7fuPsFwrmzXb0rmPytO09d7SwRd57LN7Ew";

export const creationOptionsExample: PasskeyCreationOptions = {
	rp: { id: "reeve.example.com", name: "Reeve" },
	user: {
		id: "eAWKHX7AZ3j4upFILo_Edu4kfXzO_LLHHsBGrDdw5sA",
		name: "tina@example.com",
		displayName: "Tina Technician",
	},
	challenge: CHALLENGE,
	pubKeyCredParams: [{ type: "public-key", alg: -7 }],
	timeout: 300_000,
	attestation: "none",
	excludeCredentials: [],
	authenticatorSelection: {
		residentKey: "preferred",
		requireResidentKey: false,
		userVerification: "preferred",
	},
};

export const requestOptionsExample: PasskeyRequestOptions = {
	rpId: "reeve.example.com",
	challenge: CHALLENGE,
	allowCredentials: [{ id: ID, type: "public-key", transports: ["internal"] }],
	timeout: 300_000,
	userVerification: "preferred",
};

const named = { id: ID, rawId: ID, type: "public-key" as const };

export const createdExample: PasskeyCreated = {
	...named,
	response: {
		clientDataJSON: "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0",
		attestationObject: "o2NmbXRkbm9uZQ",
		transports: ["internal"],
	},
};

export const usedExample: PasskeyUsed = {
	...named,
	response: {
		clientDataJSON: "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0",
		authenticatorData: "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2M",
		signature: "MEUCIQDqLS2n",
	},
};
