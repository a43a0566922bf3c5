import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { AccountFirst } from "../../app/account-first.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Card } from "../../kit/card.tsx";
import { Section } from "../../kit/section.tsx";
import { EnrolCommands } from "./enrol-commands.tsx";
import { type ChosenKey, EnrolKey } from "./enrol-key.tsx";
import { EnrolledNow } from "./enrolled-now.tsx";

/** Lets a computer join: a setup key, the command, and word when it is there. */
export function EnrolPage() {
	return (
		<AccountFirst title="Enrol a computer">
			<Enrolment />
		</AccountFirst>
	);
}

function Enrolment() {
	const { accountParam: account } = useReeve();
	const [key, setKey] = useState<ChosenKey>();
	const list = <Link to="/a/$account/endpoints" params={{ account }} />;
	return (
		<Page
			title="Enrol a computer"
			description="A key, a command, and the computer is in."
			back={
				<Breadcrumbs
					items={[
						{ label: "Endpoints", render: list },
						{ label: "Enrol a computer" },
					]}
				/>
			}
		>
			<Section title="1. Take a setup key">
				<EnrolKey chosen={key} onChange={setKey} />
			</Section>
			{key ? (
				<>
					<Section
						title="2. Run this on the computer"
						description={
							key.secret === undefined
								? "Put the key in place of YOUR-SETUP-KEY."
								: undefined
						}
					>
						<Card>
							<EnrolCommands setupKey={key.secret ?? "YOUR-SETUP-KEY"} />
						</Card>
					</Section>
					<Section title="3. Wait for it">
						<EnrolledNow
							key={key.id}
							setupKeyId={key.id}
							isNewKey={key.secret !== undefined}
						/>
					</Section>
				</>
			) : null}
		</Page>
	);
}
