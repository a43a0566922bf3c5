import { expect, test } from "vitest";
import { chooseUnprivileged, parsePasswd } from "./system-user.ts";

const passwd = `root:x:0:0:root:/root:/bin/bash
# local accounts
nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin
broken line
half:x:12
postgres:x:101:104:,,,:/var/lib/postgresql:/bin/bash
`;

test("a passwd file is read past lines that do not parse", () => {
	expect(parsePasswd(passwd)).toEqual([
		{ name: "root", uid: 0, gid: 0 },
		{ name: "nobody", uid: 65534, gid: 65533 },
		{ name: "postgres", uid: 101, gid: 104 },
	]);
});

test("an account made for the purpose is preferred to nobody", () => {
	const users = parsePasswd(passwd);
	expect(chooseUnprivileged(users)?.name).toBe("postgres");
	const reeve = { name: "reeve", uid: 900, gid: 900 };
	expect(chooseUnprivileged([...users, reeve])).toBe(reeve);
	const withoutPostgres = users.filter(({ name }) => name !== "postgres");
	expect(chooseUnprivileged(withoutPostgres)?.name).toBe("nobody");
});

test("an account with root's powers is never chosen", () => {
	expect(chooseUnprivileged([{ name: "postgres", uid: 0, gid: 0 }])).toBe(
		undefined,
	);
	expect(chooseUnprivileged([])).toBe(undefined);
});
