import type { LimitSettings } from "../../kernel/limit-settings.ts";

/** What holds for every operation, said once at the head of the document. */
export function overview(limits: LimitSettings): string {
	const { credentialPerMinute, credentialBurst } = limits;
	return `Every operation takes the same credentials, keeps the same limits and answers errors in the same form.

**Credentials.** One credential, sent in any of four ways: as \`Bearer\`, as \`Token\`, in the \`apikey\` header, or cut in two as \`Basic\`.

**Sessions.** A person who signed in (\`/api/v1/sign-in/…\`) holds a session in a cookie that no script reads, and may call whatever their role allows. A write by session carries the header \`reeve-csrf\` with the token that the sign-in answered. A call that carries \`reeve-background\` does not count as use: the session ends of idleness all the same. What says that no key opens it is for sessions alone.

**Accounts.** A call runs in the account of its credential, or in the one that \`?account=\` names. Lists that say so take several ids or \`*\`. The answer says in \`Reeve-Account\` where the call ran. An account that the caller does not reach is answered as one that does not exist.

**Lists** are \`{data, next, has_more}\`: 200 rows a page unless \`limit\` asks otherwise, 1000 at most. \`next\` is the \`cursor\` of the page after.

**Errors** are problem documents (RFC 9457) with a stable \`type\`, a \`code\`, and in \`errors\` a JSON pointer to each field that is wrong.

**Writes** take an \`Idempotency-Key\`, so that they can be repeated safely, and a \`Reeve-Reason\`, kept in the audit log. Objects with a \`version\` have an \`ETag\`, and \`If-Match\` holds a write to it.

**Limits.** A credential may make ${credentialPerMinute} calls a minute, ${credentialBurst} at once from rest, and each operation has a limit of its own. Every answer says in \`RateLimit\` what is left; 429 says in \`Retry-After\` how long to wait.`;
}
