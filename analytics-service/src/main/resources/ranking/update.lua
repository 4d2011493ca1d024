-- KEYS: board. ARGV: quantity and product by turns.
-- A missing board stays missing: one with these products alone would pass for a full one. A change prolongs no life.
if redis.call('EXISTS', KEYS[1]) == 0 then
  return 0
end
for i = 1, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], ARGV[i], ARGV[i + 1])
end
return 1
