import { useLocation } from "@tanstack/react-router";
import { RequestReset } from "./request-reset.tsx";
import { TakeReset } from "./take-reset.tsx";

/** Where a reset link leads; without a link, where one is asked for. */
export function ResetPage() {
	const token = useLocation({ select: ({ hash }) => hash });
	return token === "" ? (
		<RequestReset />
	) : (
		<TakeReset key={token} token={token} />
	);
}
