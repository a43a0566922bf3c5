import { date, shapeOf, str } from "./schemas.ts";
import { wireDate } from "./wire-date.ts";

/** A key as `keys.get` answers it, as far as this wire shows it. */
export interface KeyRow {
	id: string;
	account_id: string;
	kind: string;
	type: string;
	key: string;
	created_at: string;
	updated_at: string;
}

/** The number of the customer is a text here and an integer everywhere else, as the vendor has it. */
export function apiKeyWire(row: KeyRow) {
	return {
		name: row.type,
		keyId: row.id,
		customerId: row.account_id,
		key: row.key,
		createdAt: wireDate(row.created_at),
		updatedAt: wireDate(row.updated_at),
	};
}

/** The one answer that shows the secret. */
export function apiKeyWithSecretWire(row: KeyRow & { secret: string }) {
	return { ...apiKeyWire(row), secret: row.secret };
}

const fields = {
	name: str,
	keyId: str,
	customerId: str,
	key: str,
	createdAt: date,
	updatedAt: date,
};
export const apiKeySchema = shapeOf(fields);
export const apiKeyWithSecretSchema = shapeOf({ ...fields, secret: str });

export const apiKeyExample = {
	name: "Umbrella Management",
	keyId: "1000071",
	customerId: "1000007",
	key: "rvo_4fKq0Zt71LmX",
	createdAt: "2026-01-05T09:00:00.000Z",
	updatedAt: "2026-01-05T09:00:00.000Z",
};
export const apiKeyWithSecretExample = {
	...apiKeyExample,
	secret: "AnExampleSecretThatOpensNothing00000000",
};
