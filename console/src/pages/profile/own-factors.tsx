import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SecondFactor } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Banner } from "../../kit/banner.tsx";
import { Card } from "../../kit/card.tsx";
import { Section } from "../../kit/section.tsx";
import { PasskeyHint } from "../second-factors/passkey-hint.tsx";
import { AddFactor } from "./add-factor.tsx";
import { CodesDialog } from "./codes-dialog.tsx";
import { FactorRow } from "./factor-row.tsx";
import { factorsKey } from "./own-queries.ts";
import classes from "./profile.module.css";
import { RecoveryCodesLeft } from "./recovery-codes-left.tsx";

/** What one signs in with besides the password. */
export function OwnFactors() {
	const { client } = useReeve();
	const [codes, setCodes] = useState<readonly string[]>();
	const query = useQuery({
		queryKey: factorsKey,
		queryFn: ({ signal }) => client.secondFactors.list({}, { signal }),
	});
	return (
		<Section
			title="Second factor"
			description="Something you have, asked for besides the password."
			actions={<AddFactor onCodes={setCodes} />}
		>
			<Loaded query={query}>
				{(factors) => <Factors factors={factors} onCodes={setCodes} />}
			</Loaded>
			<PasskeyHint />
			{codes ? (
				<CodesDialog codes={codes} onKept={() => setCodes(undefined)} />
			) : null}
		</Section>
	);
}

function Factors({
	factors: { data, demanded, recovery_codes_left },
	onCodes,
}: {
	factors: SecondFactor;
	onCodes: (codes: readonly string[]) => void;
}) {
	if (data.length === 0)
		return (
			<Banner
				kind={demanded ? "warning" : "info"}
				title="Your password alone opens your account"
			>
				{demanded
					? "Your organization asks for a second factor: add one to go on."
					: "With an authenticator app or a passkey, a password that somebody learns is not enough."}
			</Banner>
		);
	return (
		<>
			<Card flush>
				<ul className={classes.rows}>
					{data.map((factor) => (
						<FactorRow
							key={factor.id}
							factor={factor}
							isLast={data.length === 1}
						/>
					))}
				</ul>
			</Card>
			<RecoveryCodesLeft left={recovery_codes_left} onCodes={onCodes} />
		</>
	);
}
