-- Takes a token from a bucket (ADR 24). KEYS: bucket. ARGV: tokens that it gains a second, tokens that it holds.
-- Returns 1 or 0 for whether there was one, the whole tokens left, and the seconds until one more, rounded up.
local rate, size = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens, at = tonumber(bucket[1]) or size, tonumber(bucket[2]) or now

tokens = math.min(size, tokens + math.max(0, now - at) / 1000000 * rate)
local granted = 0
if tokens >= 1 then
  tokens, granted = tokens - 1, 1
end
redis.call('HSET', KEYS[1], 'tokens', tokens, 'at', now)
-- A bucket that would be full is as good as none.
redis.call('PEXPIRE', KEYS[1], math.ceil((size - tokens) / rate * 1000))

local left = math.floor(tokens)
return { granted, left, math.max(1, math.ceil((left + 1 - tokens) / rate)) }
