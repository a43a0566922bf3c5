import { useQuery } from "@tanstack/react-query";
import KeyRound from "lucide-react/icons/key-round";
import { useState } from "react";
import {
	type IdentityProvider,
	ReeveProblem,
} from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";
import { Section } from "../../kit/section.tsx";
import { DomainRecord } from "./domain-record.tsx";
import { EndSingleSignOn } from "./end-single-sign-on.tsx";
import { IdentityProviderForm } from "./identity-provider-form.tsx";
import { RedirectAddress } from "./redirect-address.tsx";

/** Signing in at the organization's own provider. */
export function SingleSignOn() {
	const { client, accountParam } = useReeve();
	const query = useQuery({
		queryKey: [accountParam, "identity_provider"],
		queryFn: async ({ signal }): Promise<IdentityProvider | null> => {
			try {
				return await client.identityProvider.get({}, { signal });
			} catch (error) {
				if (error instanceof ReeveProblem && error.status === 404) return null;
				throw error;
			}
		},
	});
	return (
		<Section
			title="Single sign-on"
			description="People sign in at your organization's own provider: Entra ID, Google, Okta, Keycloak, or any other that speaks OpenID Connect."
			actions={query.data ? <EndSingleSignOn provider={query.data} /> : null}
		>
			<Loaded query={query}>
				{(provider) =>
					provider ? <ProviderPlace provider={provider} /> : <NoProvider />
				}
			</Loaded>
		</Section>
	);
}

/** Nothing there yet: the form appears when it is wanted, and is gone again with what it was for. */
function NoProvider() {
	const { may } = useReeve();
	const [isBegun, setBegun] = useState(false);
	if (isBegun)
		return <ProviderPlace provider={null} onCancel={() => setBegun(false)} />;
	return (
		<Card>
			<EmptyState
				icon={<KeyRound aria-hidden="true" />}
				title="Not set up"
				action={
					may("identity_provider.update") ? (
						<Button onClick={() => setBegun(true)}>
							Set up single sign-on
						</Button>
					) : null
				}
			>
				Everybody signs in with a password of their own.
			</EmptyState>
		</Card>
	);
}

function ProviderPlace({
	provider,
	onCancel,
}: {
	provider: IdentityProvider | null;
	onCancel?: () => void;
}) {
	const { may } = useReeve();
	return (
		<>
			<RedirectAddress provider={provider} />
			{may("identity_provider.update") ? <DomainRecord /> : null}
			<Card>
				<IdentityProviderForm
					key={provider?.version ?? 0}
					provider={provider}
					onCancel={onCancel}
				/>
			</Card>
		</>
	);
}
