import { isIPv4 } from "node:net";
import {
	type Context,
	conflict,
	forbidden,
	invalid,
} from "../../kernel/index.ts";
import {
	findObstacles,
	type RegisteredValues,
} from "./registered-network-store.ts";

/**
 * What must hold of a registered network beside the form of its fields. Ranges are verified for an account by hand;
 * an account that has some may register nothing outside them.
 * @param checkAddress false where the address stays what it was
 * @throws invalid (`ipv4`), conflict (`registered_network_exists`, `network_address_exists`),
 *   forbidden (`address_not_verified`)
 */
export async function requireRegistrable(
	ctx: Context,
	values: RegisteredValues,
	exceptId: string | null,
	checkAddress: boolean,
): Promise<void> {
	const { name, ipAddress } = values;
	if (checkAddress && ipAddress !== null && !isIPv4(ipAddress))
		throw invalid("ip_address", "ipv4", "ip_address must be an IPv4 address");
	const obstacles = await findObstacles(
		ctx.db,
		ctx.account.id,
		values,
		exceptId,
	);
	if (obstacles.name_taken)
		throw conflict(
			"registered_network_exists",
			`A registered network named ${name} exists already.`,
			{ field: "name", name },
		);
	if (!checkAddress || ipAddress === null) return;
	if (obstacles.outside)
		throw forbidden(
			"address_not_verified",
			`The address ${ipAddress} is outside the verified ranges of this account.`,
			{ ip_address: ipAddress },
		);
	if (obstacles.address_of !== null)
		throw conflict(
			"network_address_exists",
			`The network ${obstacles.address_of} has this address already.`,
			{
				field: "ip_address",
				ip_address: ipAddress,
				name: obstacles.address_of,
			},
		);
}
