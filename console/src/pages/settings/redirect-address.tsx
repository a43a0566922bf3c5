import type { IdentityProvider } from "../../../../generated/client.ts";
import { Banner } from "../../kit/banner.tsx";
import { CodeBlock } from "../../kit/code-block.tsx";

const CALLBACK = "/api/v1/sign-in/sso/callback";

/** What must be entered at the provider before it sends anybody back here. */
export function RedirectAddress({
	provider,
}: {
	provider: IdentityProvider | null;
}) {
	const address = provider?.redirect_uri ?? location.origin + CALLBACK;
	const isElsewhere = new URL(address).origin !== location.origin;
	return (
		<>
			<CodeBlock
				label="Redirect URL to register at the provider"
				code={address}
				wrap
			/>
			{isElsewhere ? (
				<Banner kind="warning" title="Another address than this one">
					People come back to {new URL(address).origin}, which is what this
					server takes for its own address (REEVE_PUBLIC_URL). They must reach
					it there.
				</Banner>
			) : null}
		</>
	);
}
