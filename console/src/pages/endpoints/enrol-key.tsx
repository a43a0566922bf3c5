import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { FormBody } from "../../form/form-body.tsx";
import { ReferenceField } from "../../form/reference-field.tsx";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { SecretOnce } from "../../kit/secret-once.tsx";
import { offered, type ReferenceSource } from "../../list/reference-source.ts";
import {
	SetupKeyFields,
	useNewSetupKey,
} from "../setup-keys/new-setup-key.tsx";
import { setupKeySource } from "../setup-keys/setup-key-source.ts";
import classes from "./enrol.module.css";

/** The key that a computer is to join with. */
export interface ChosenKey {
	id: string;
	/** Known only for a key that was made on this page. */
	secret?: string;
}

const ways = [
	{
		value: "new" as const,
		label: "Make a key",
		description: "It stands in the command right away.",
	},
	{
		value: "given" as const,
		label: "Use one I have",
		description: "You put it into the command yourself.",
	},
];

const validKeys: ReferenceSource = {
	...setupKeySource,
	noun: "setup_keys",
	find: async (client, search) => {
		const { data } = await client.setupKeys.list({
			...offered(search),
			state: "valid",
		});
		return data.map(({ id, name, masked_key }) => ({
			value: id,
			label: name,
			description: masked_key,
		}));
	},
};

/** Makes a key, or has one chosen. */
export function EnrolKey({
	chosen,
	onChange,
}: {
	chosen: ChosenKey | undefined;
	onChange: (key: ChosenKey | undefined) => void;
}) {
	const { may } = useReeve();
	const mayMake = may("setup_keys.create");
	const [way, setWay] = useState<"new" | "given">(mayMake ? "new" : "given");
	if (chosen?.secret !== undefined)
		return <SecretOnce label="Setup key" secret={chosen.secret} />;
	return (
		<Card>
			<div className={classes.key}>
				{mayMake ? (
					<RadioCards
						label="Setup key"
						hideLabel
						options={ways}
						minWidth={220}
						value={way}
						onChange={(next) => {
							setWay(next);
							onChange(undefined);
						}}
					/>
				) : null}
				{way === "new" ? (
					<MakeKey onMade={onChange} />
				) : (
					<ReferenceField
						label="Which key"
						source={validKeys}
						description="Keys that machines can enrol with now."
						value={chosen?.id ?? null}
						onChange={(id) => onChange(id === null ? undefined : { id })}
					/>
				)}
			</div>
		</Card>
	);
}

function MakeKey({ onMade }: { onMade: (key: ChosenKey) => void }) {
	const form = useNewSetupKey(({ id, key }) => onMade({ id, secret: key }));
	return (
		<FormBody form={form}>
			<SetupKeyFields form={form} />
			<div>
				<Button type="submit" variant="primary" pending={form.isPending}>
					Make setup key
				</Button>
			</div>
		</FormBody>
	);
}
