-- Stores an attempt on a password as unfinished, unless a limit is reached (ADR 24).
-- KEYS: attempts on the account from the address, attempts on the account. A member that starts with '?' is unfinished.
-- ARGV: attempt, window in ms, maximum time of a check in ms, limit of the first key, limit of the second key.
-- Returns the number of the first key whose limit is reached, or 0, and the ms to wait: 0 if an unfinished attempt may succeed.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window = tonumber(ARGV[2])
for i, key in ipairs(KEYS) do
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now - window)
  if redis.call('ZCARD', key) >= tonumber(ARGV[3 + i]) then
    for _, attempt in ipairs(redis.call('ZRANGEBYSCORE', key, now - ARGV[3], '+inf')) do
      if string.sub(attempt, 1, 1) == '?' then
        return { i, 0 }
      end
    end
    local oldest = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')
    return { i, oldest[2] + window - now }
  end
end
for _, key in ipairs(KEYS) do
  redis.call('ZADD', key, now, '?' .. ARGV[1])
  redis.call('PEXPIRE', key, window)
end
return { 0, 0 }
