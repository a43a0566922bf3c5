import {
	createSign,
	generateKeyPairSync,
	type JsonWebKey,
	type KeyObject,
} from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider tells of somebody, by the name they sign in with there. */
export interface ProvidedClaims {
	sub?: string;
	email?: string;
	email_verified?: boolean;
	name?: string;
	given_name?: string;
	family_name?: string;
}

export interface IdentityProvider {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** People by the name they sign in with. */
	people: Map<string, ProvidedClaims>;
	/** What the answers of an endpoint are replaced with, by its path: for a provider that misbehaves. */
	instead: Map<string, (body: unknown) => unknown | Promise<unknown>>;
	/** Claims that the ID token gets in place of its own, and whether another key signs it. */
	forge: { claims: Record<string, unknown>; foreignKey: boolean } | undefined;
	/** How often each path was asked for. */
	asked: Map<string, number>;
	/** Where the browser sends its cookies: the port, on this machine. */
	stop(): Promise<void>;
}

/**
 * A certified OpenID Connect provider in this process, on a free port, with one client.
 * @param host `localhost` makes it another site than a server at `127.0.0.1`, for browsers that tell sites apart
 */
export async function startIdentityProvider(
	redirectUris: string[],
	host: "127.0.0.1" | "localhost" = "127.0.0.1",
): Promise<IdentityProvider> {
	const server = createServer();
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const key = newKey();
	const idp: IdentityProvider = {
		issuer: `http://${host}:${port}`,
		clientId: "reeve",
		clientSecret: "a-secret-of-the-client-0123456789",
		people: new Map(),
		instead: new Map(),
		forge: undefined,
		asked: new Map(),
		stop: () => closeServer(server),
	};
	const provider = new Provider(
		idp.issuer,
		configuration(idp, key, redirectUris),
	);
	provider.use(async (ctx, next) => {
		idp.asked.set(ctx.path, (idp.asked.get(ctx.path) ?? 0) + 1);
		await next();
		if (ctx.path === "/token" && idp.forge && isTokens(ctx.body))
			ctx.body.id_token = forged(ctx.body.id_token, idp.forge, key);
		const instead = idp.instead.get(ctx.path);
		if (instead) ctx.body = await instead(ctx.body);
	});
	server.on("request", provider.callback());
	return idp;
}

function configuration(
	idp: IdentityProvider,
	key: SigningKey,
	redirectUris: string[],
): ConstructorParameters<typeof Provider>[1] {
	return {
		clients: [
			{
				client_id: idp.clientId,
				client_secret: idp.clientSecret,
				redirect_uris: redirectUris,
			},
		],
		jwks: { keys: [key.jwk as never] },
		ttl: {
			AccessToken: 600,
			Grant: 600,
			IdToken: 600,
			Interaction: 600,
			Session: 600,
		},
		cookies: { keys: ["a key for the tests"] },
		claims: {
			openid: ["sub"],
			email: ["email", "email_verified"],
			profile: ["name", "given_name", "family_name"],
		},
		// Signs in whoever is named, with whatever password, and asks for consent: two forms, as elsewhere.
		features: { devInteractions: { enabled: true } },
		findAccount: (_ctx, login) => ({
			accountId: login,
			claims: () => ({ sub: login, ...idp.people.get(login) }) as never,
		}),
	};
}

interface SigningKey {
	kid: string;
	secret: KeyObject;
	jwk: JsonWebKey;
}

function newKey(): SigningKey {
	const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const kid = "of-the-tests";
	const jwk = {
		...privateKey.export({ format: "jwk" }),
		kid,
		use: "sig",
		alg: "RS256",
	};
	return { kid, secret: privateKey, jwk };
}

function isTokens(body: unknown): body is { id_token: string } {
	return typeof (body as { id_token?: unknown })?.id_token === "string";
}

/** The token with other claims (undefined: without), signed like the genuine one or by a key that nobody knows. */
function forged(
	token: string,
	{ claims, foreignKey }: NonNullable<IdentityProvider["forge"]>,
	key: SigningKey,
): string {
	const [header = "", payload = ""] = token.split(".");
	const genuine = JSON.parse(Buffer.from(payload, "base64url").toString());
	const body = `${header}.${encode({ ...genuine, ...claims })}`;
	const signer = createSign("RSA-SHA256").update(body);
	const secret = foreignKey ? newKey().secret : key.secret;
	return `${body}.${signer.sign(secret).toString("base64url")}`;
}

function encode(value: unknown): string {
	return Buffer.from(JSON.stringify(value)).toString("base64url");
}

async function closeServer(server: Server): Promise<void> {
	if (!server.listening) return;
	server.close();
	server.closeAllConnections();
	await once(server, "close");
}

const STEPS_MAX = 12;

/**
 * What a browser does at the provider: follows it from form to form, keeping its cookies, signs in under a name and
 * consents (or presses Cancel), until it is sent away from there. Answers where to.
 */
export async function signInThere(
	idp: IdentityProvider,
	url: string,
	login: string | null,
): Promise<URL> {
	const cookies = new Map<string, string>();
	let next = { url, body: undefined as URLSearchParams | undefined };
	for (let step = 0; step < STEPS_MAX; step++) {
		const response = await fetch(next.url, {
			redirect: "manual",
			headers: {
				cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join("; "),
			},
			...(next.body ? { method: "POST", body: next.body } : {}),
		});
		keepCookies(cookies, response.headers.getSetCookie());
		const location = response.headers.get("location");
		if (location !== null) {
			const to = new URL(location, next.url);
			if (to.origin !== idp.issuer) return to;
			next = { url: to.href, body: undefined };
			continue;
		}
		next = fillForm(await response.text(), next.url, login);
	}
	throw new Error("the provider never sent the browser back");
}

function keepCookies(cookies: Map<string, string>, set: string[]): void {
	for (const text of set) {
		const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
		if (value === "") cookies.delete(name);
		else cookies.set(name, value);
	}
}

function fillForm(html: string, at: string, login: string | null) {
	const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
	const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
	const abort = /href="([^"]+\/abort)"/.exec(html)?.[1];
	if (login === null && abort)
		return { url: new URL(abort, at).href, body: undefined };
	if (!action || !prompt) throw new Error(`no form of the provider: ${html}`);
	const body = new URLSearchParams({
		prompt,
		login: login ?? "",
		password: "x",
	});
	return { url: new URL(action, at).href, body };
}
