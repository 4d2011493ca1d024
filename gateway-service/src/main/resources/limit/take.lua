-- Takes a token from a bucket (ADR 24). KEYS: the bucket. ARGV: tokens added per second, tokens in a full bucket.
-- Returns 1 if there was a token, otherwise 0; the whole tokens left; the seconds until the next token, rounded up.
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
-- A full bucket needs no key.
redis.call('PEXPIRE', KEYS[1], math.ceil((size - tokens) / rate * 1000))

local left = math.floor(tokens)
return { granted, left, math.max(1, math.ceil((left + 1 - tokens) / rate)) }
