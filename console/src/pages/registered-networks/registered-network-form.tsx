import { useState } from "react";
import type { RegisteredNetwork } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import type { SubmitOptions } from "../../form/form-state.ts";
import { needsName } from "../../form/needs-name.ts";
import { useForm } from "../../form/use-form.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import { FieldRow } from "../../kit/field-row.tsx";
import { Select } from "../../kit/select.tsx";
import { TextField } from "../../kit/text-field.tsx";

interface NetworkDraft {
	name: string;
	ip_address: string;
	prefix_length: "29" | "30" | "31" | "32";
	is_dynamic: boolean;
	is_open: boolean;
}

const lengths = (
	[
		["32", "one address"],
		["31", "2 addresses"],
		["30", "4 addresses"],
		["29", "8 addresses"],
	] as const
).map(([value, words]) => ({ value, label: `/${value} – ${words}` }));

/** Registers a public network, or changes one. Mounted when it opens. */
export function RegisteredNetworkForm({
	network: given,
	onClose,
	onDone,
}: {
	/** What is changed; left out for a new one. */
	network?: RegisteredNetwork | undefined;
	onClose: () => void;
	onDone?: ((network: RegisteredNetwork) => void) | undefined;
}) {
	const [network] = useState(given);
	const form = useNetworkForm(network, (made) => {
		onClose();
		onDone?.(made);
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={network ? `Edit ${network.name}` : "Register a network"}
			action={network ? "Save" : "Register network"}
		>
			<TextField
				label="Name"
				required
				placeholder="Head office"
				{...form.field("name")}
			/>
			<FieldRow>
				<TextField
					label="Public IPv4 address"
					optional
					mono
					placeholder="203.0.113.8"
					description="Within the verified ranges, where the account has some."
					{...form.field("ip_address")}
				/>
				<Select
					label="Size"
					options={lengths}
					{...form.field("prefix_length")}
				/>
			</FieldRow>
			<Checkbox
				label="Its address changes by itself"
				{...form.field("is_dynamic")}
			/>
			<Checkbox
				label="Open"
				description="DNS traffic from it counts as this account's."
				{...form.field("is_open")}
			/>
		</FormDialog>
	);
}

function useNetworkForm(
	network: RegisteredNetwork | undefined,
	onDone: (network: RegisteredNetwork) => void,
) {
	const { client } = useReeve();
	const submit = (draft: NetworkDraft, options: SubmitOptions) => {
		const { ip_address, prefix_length, is_open, ...rest } = draft;
		const input = {
			...rest,
			ip_address:
				ip_address === (network?.ip_address ?? "") ? undefined : ip_address,
			prefix_length: Number(prefix_length),
			status: is_open ? ("OPEN" as const) : ("CLOSED" as const),
		};
		return network
			? client.registeredNetworks.update({ id: network.id, ...input }, options)
			: client.registeredNetworks.create(input, options);
	};
	return useForm({
		initial: draftOf(network),
		version: network?.version,
		check: needsName,
		submit,
		changes: ["registered_networks"],
		done: network ? "Network changed" : "Network registered",
		onDone,
	});
}

function draftOf(network: RegisteredNetwork | undefined): NetworkDraft {
	return {
		name: network?.name ?? "",
		ip_address: network?.ip_address ?? "",
		prefix_length: String(
			network?.prefix_length ?? 32,
		) as NetworkDraft["prefix_length"],
		is_dynamic: network?.is_dynamic ?? false,
		is_open: network ? network.status === "OPEN" : true,
	};
}
