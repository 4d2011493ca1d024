-- KEYS: value, floor. ARGV: version, value, seconds to live.
local floor = redis.call('GET', KEYS[2])
if floor and tonumber(ARGV[1]) < tonumber(floor) then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
