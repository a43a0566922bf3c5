import WifiOff from "lucide-react/icons/wifi-off";
import { useSyncExternalStore } from "react";
import classes from "./offline-notice.module.css";

/** Says that the computer has no network, while it has none. What is on the page stays readable. */
export function OfflineNotice() {
	const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
	return (
		<div role="status">
			{isOnline ? null : (
				<p className={classes.notice}>
					<WifiOff aria-hidden="true" />
					You are offline. What you see may be old, and nothing can be changed.
				</p>
			)}
		</div>
	);
}

function watchNetwork(changed: () => void): () => void {
	addEventListener("online", changed);
	addEventListener("offline", changed);
	return () => {
		removeEventListener("online", changed);
		removeEventListener("offline", changed);
	};
}
