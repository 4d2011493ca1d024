-- Deletes the value and raises the floor. KEYS: value, floor. ARGV: version, seconds to live.
local floor = tonumber(redis.pcall('GET', KEYS[2]) or '')
if not floor or tonumber(ARGV[1]) > floor then
  redis.call('SET', KEYS[2], ARGV[1], 'EX', ARGV[2])
end
return redis.call('DEL', KEYS[1])
