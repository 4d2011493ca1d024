-- Ends an attempt. A failed attempt counts from its beginning; any other is removed. KEYS: as in begin.lua.
-- ARGV: attempt, 'failed' or 'forgotten'.
for _, key in ipairs(KEYS) do
  local began = redis.call('ZSCORE', key, '?' .. ARGV[1])
  if began then
    if ARGV[2] == 'failed' then
      redis.call('ZADD', key, began, ARGV[1])
    end
    redis.call('ZREM', key, '?' .. ARGV[1])
  end
end
return 1
