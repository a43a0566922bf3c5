import { isIP } from "node:net";
import { plainAddress } from "../../kernel/gate/address.ts";

/** The address a machine called from, as the database keeps it; none where the caller has no address (a socket file). */
export function connectionIp(address: string): string | null {
	const plain = plainAddress(address);
	return isIP(plain) === 0 ? null : plain;
}
