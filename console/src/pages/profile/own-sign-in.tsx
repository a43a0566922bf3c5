import { OwnFactors } from "./own-factors.tsx";
import { OwnPassword } from "./own-password.tsx";

/** How one signs in. */
export function OwnSignIn() {
	return (
		<>
			<OwnFactors />
			<OwnPassword />
		</>
	);
}
