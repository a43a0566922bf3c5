import SquareTerminal from "lucide-react/icons/square-terminal";
import {
	createContext,
	type ReactNode,
	type RefObject,
	useContext,
	useEffect,
	useRef,
} from "react";
import { IconButton } from "../kit/icon-button.tsx";
import { toast } from "../kit/toast.ts";
import type { Client } from "./client.ts";
import { curlLine, recordCall } from "./curl.ts";
import { useReeve } from "./reeve.tsx";

/** Calls the one method of the client whose answer is on the page: `(client) => client.regions.get({ id })`. */
export type CurlSource = (client: Client) => unknown;

const CurlContext = createContext<
	RefObject<CurlSource | undefined> | undefined
>(undefined);

/** Lets what stands inside a page say what the page shows. */
export function CurlProvider({ children }: { children: ReactNode }) {
	const source = useRef<CurlSource>(undefined);
	return <CurlContext value={source}>{children}</CurlContext>;
}

/** Says which call answers what is shown, as a list does whose filters change. */
export function useCurlSource(source: CurlSource): void {
	const kept = useContext(CurlContext);
	useEffect(() => {
		if (!kept) return;
		kept.current = source;
		return () => {
			if (kept.current === source) kept.current = undefined;
		};
	}, [kept, source]);
}

/** The button that copies what the page shows as a command line. */
export function CopyAsCurl({ source }: { source: CurlSource | undefined }) {
	const { accountParam, isAll } = useReeve();
	const inside = useContext(CurlContext);
	const copy = async () => {
		const ask = source ?? inside?.current;
		const call = ask && recordCall(ask, isAll ? "*" : accountParam);
		if (!call) return toast.info("This page shows nothing of the API yet");
		try {
			await navigator.clipboard.writeText(curlLine(call, location.origin));
			toast.success("Copied as curl", {
				description: "Put an API key into REEVE_TOKEN and run it.",
			});
		} catch {
			toast.error("The browser did not let the page copy");
		}
	};
	return (
		<IconButton
			label="Copy as curl"
			icon={<SquareTerminal aria-hidden="true" />}
			onClick={copy}
		/>
	);
}
