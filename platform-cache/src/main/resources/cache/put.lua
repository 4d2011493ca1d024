-- Writes the value unless its version is below the floor. KEYS: value, floor. ARGV: version, value, seconds to live.
local floor = tonumber(redis.pcall('GET', KEYS[2]) or '')
if floor and tonumber(ARGV[1]) < floor then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
