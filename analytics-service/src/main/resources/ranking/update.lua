-- KEYS: the sorted set. ARGV: pairs of quantity and product id.
-- A missing set is not created, because readers would take a set with these products only for the complete ranking.
-- An update does not change the time to live.
if redis.call('EXISTS', KEYS[1]) == 0 then
  return 0
end
for i = 1, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], ARGV[i], ARGV[i + 1])
end
return 1
