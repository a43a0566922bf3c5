import { ACCOUNTS_MAX, OVERFLOW_SLOT } from "./active-accounts.ts";
import { ACTIVE_US } from "./fair-share.ts";
import { CLOCK_SKEW_US } from "./gcra.ts";
import { WINDOW_US } from "./window.ts";

/**
 * One take or peek inside Redis, atomic because a script is.
 *
 * It is the arithmetic of `gcra.ts`, `fair-share.ts`, `window.ts` and `active-accounts.ts` once more, name by name; a test holds the two
 * against each other over random histories. Lua's numbers are the same doubles, and times are whole microseconds below 2^53, so the
 * results are equal to the last digit. Numbers are written with `%.0f`: Lua's own form keeps only 14 digits.
 *
 * It answers the states after the call; what is told to the caller is worked out from them by the same functions as in memory.
 *
 * KEYS: credential hash (tat, s:<slot> per account), its accounts by last attempt (sorted set), window hash (e end, c count, b block),
 * address string (tat). Keys of absent buckets are not touched.
 * ARGV: as `redis-request.ts` lists them.
 */
export const TAKE_SCRIPT = `
local ACTIVE, SKEW, WINDOW = ${ACTIVE_US}, ${CLOCK_SKEW_US}, ${WINDOW_US}
local ACCOUNTS_MAX, OVERFLOW = ${ACCOUNTS_MAX}, '${OVERFLOW_SLOT}'
local now, spending = tonumber(ARGV[1]), ARGV[2] == '1'
local function text(number) return string.format('%.0f', number) end
local function debt(tat) return math.max(tat - now, 0) end
local function settled(tat, capacity, skew)
  if tat > now + capacity + skew then return now + capacity end
  return tat
end
local function lifetime(us) return text(math.ceil(us / 1000) + 60000) end

-- The credential's bucket and its accounts.
local account = ARGV[3]
local shared = tonumber(ARGV[4]) > 0
local interval, capacity, skew, reserve = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local tat, share, active, slot, share_max, depth, seen = now, now, 1, account, 0, 0, now
local function forget(low, high)
  local gone = redis.call('ZRANGEBYSCORE', KEYS[2], low, high)
  for _, name in ipairs(gone) do
    redis.call('ZREM', KEYS[2], name)
    redis.call('HDEL', KEYS[1], 's:' .. name)
  end
end
if shared then
  local oldest = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
  if oldest[2] and tonumber(oldest[2]) <= now - ACTIVE then forget('-inf', text(now - ACTIVE)) end
  local newest = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
  if newest[2] and tonumber(newest[2]) > now + SKEW then
    forget('(' .. text(now + SKEW), '+inf')
    newest = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
  end
  seen = math.max(now, tonumber(newest[2] or now))
  local count = redis.call('ZCARD', KEYS[2])
  local known = redis.call('ZSCORE', KEYS[2], slot)
  if not known and count >= ACCOUNTS_MAX then
    slot = OVERFLOW
    known = redis.call('ZSCORE', KEYS[2], slot)
  end
  active = known and count or count + 1
  local held = redis.call('HMGET', KEYS[1], 'tat', 's:' .. slot)
  tat = settled(tonumber(held[1] or now), capacity, skew)
  share = tonumber(held[2] or now)
  share_max = math.max(reserve, active * interval)
  depth = debt(tat) + interval - (capacity - reserve)
end
local function share_debt() return math.min(debt(share), share_max) end
local function shared_free()
  if debt(tat) + interval > capacity then return false end
  return active == 1 or depth <= 0 or share_debt() + active * interval <= share_max
end

-- The operation's window.
local limited = ARGV[8] ~= ''
local limit, block = tonumber(ARGV[8]), tonumber(ARGV[9])
local window_end, window_count, blocked_until = now, 0, now
if limited then
  local held = redis.call('HMGET', KEYS[3], 'e', 'c', 'b')
  window_end = math.min(tonumber(held[1] or now), now + WINDOW)
  window_count = tonumber(held[2] or 0)
  blocked_until = math.min(tonumber(held[3] or now), now + math.max(WINDOW, block))
end
local function window_free()
  if blocked_until > now then return false end
  return (window_end > now and window_count or 0) < limit
end

-- The address's bucket.
local addressed = ARGV[10] ~= ''
local a_interval, a_capacity, a_skew = tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])
local address_tat = now
if addressed then
  address_tat = settled(tonumber(redis.call('GET', KEYS[4]) or now), a_capacity, a_skew)
end

-- All or none.
local operation_free = not limited or window_free()
local allowed = operation_free
  and (not shared or shared_free())
  and (not addressed or debt(address_tat) + a_interval <= a_capacity)
if spending and allowed then
  if shared then
    if depth > 0 then share = now + math.min(share_debt() + active * interval, share_max) end
    tat = now + debt(tat) + interval
  end
  if limited and window_end > now then
    window_count = window_count + 1
  elseif limited then
    window_end, window_count = now + WINDOW, 1
  end
  if addressed then address_tat = now + debt(address_tat) + a_interval end
elseif spending and not operation_free and block > 0 and blocked_until <= now then
  blocked_until = math.max(now + block, window_end)
end

-- A take keeps everything and marks the account as active; a peek keeps only what settling changed in keys that are there.
if shared and spending then
  redis.call('HSET', KEYS[1], 'tat', text(tat), 's:' .. slot, text(share))
  redis.call('ZADD', KEYS[2], text(seen), slot)
  local ttl = lifetime(math.max(capacity + skew, ACTIVE, share_max))
  redis.call('PEXPIRE', KEYS[1], ttl)
  redis.call('PEXPIRE', KEYS[2], ttl)
elseif shared and redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('HSET', KEYS[1], 'tat', text(tat))
end
if limited and (spending or redis.call('EXISTS', KEYS[3]) == 1) then
  redis.call('HSET', KEYS[3], 'e', text(window_end), 'c', text(window_count), 'b', text(blocked_until))
  if spending then redis.call('PEXPIRE', KEYS[3], lifetime(math.max(WINDOW, block))) end
end
if addressed then
  if spending then
    redis.call('SET', KEYS[4], text(address_tat), 'PX', lifetime(a_capacity + a_skew))
  else
    redis.call('SET', KEYS[4], text(address_tat), 'XX', 'KEEPTTL')
  end
end
return { allowed and 1 or 0, text(tat), text(share), active, text(window_end), window_count, text(blocked_until), text(address_tat) }
`;
