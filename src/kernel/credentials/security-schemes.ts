/** The one credential, in each form in which it may be sent, as every OpenAPI document of the server says it. */
export const securitySchemes: Readonly<
	Record<string, { [name: string]: unknown }>
> = {
	bearer: {
		type: "http",
		scheme: "bearer",
		description: "`Authorization: Bearer <credential>`",
	},
	token: {
		type: "apiKey",
		in: "header",
		name: "Authorization",
		description: "`Authorization: Token <credential>`, with the word `Token`",
	},
	basic: {
		type: "http",
		scheme: "basic",
		description:
			"`Authorization: Basic`, the id of the credential as user and its secret as password",
	},
	apikey: {
		type: "apiKey",
		in: "header",
		name: "apikey",
		description: "`apikey: <credential>`",
	},
};
