-- KEYS: board. ARGV: seconds to live, then quantity and product by turns.
redis.call('DEL', KEYS[1])
for i = 2, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], ARGV[i], ARGV[i + 1])
end
return redis.call('EXPIRE', KEYS[1], ARGV[1])
