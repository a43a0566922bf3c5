import { passkeysWork } from "./passkeys.ts";
import classes from "./second-factors.module.css";

/** Why no passkey is offered, where there is none. */
export function PasskeyHint() {
	if (passkeysWork()) return null;
	const isThisComputer = /^(127\.|\[::1\])/.test(location.hostname);
	return (
		<p className={classes.hint}>
			{isThisComputer
				? "Browsers keep passkeys for names: to use one, open this page at localhost."
				: "Browsers keep passkeys for names reached over https, so none can be used at this address."}
		</p>
	);
}
