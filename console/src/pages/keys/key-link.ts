import { linkOptions } from "@tanstack/react-router";
import type { Key } from "../../../../generated/client.ts";
import { keyParams } from "./key-rights.ts";

/** The way to a key's page, in the key's own account. */
export const keyLink = (key: Key) =>
	linkOptions({ to: "/a/$account/keys/$id", params: keyParams(key) });
