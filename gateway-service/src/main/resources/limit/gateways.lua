-- Notes that a gateway is alive, and counts the gateways that were alive lately. KEYS: a sorted set of gateways by time.
-- ARGV: the gateway's id, the seconds for which a heartbeat counts.
local now, lifetime = tonumber(redis.call('TIME')[1]), tonumber(ARGV[2])
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - lifetime)
redis.call('EXPIRE', KEYS[1], lifetime)
return redis.call('ZCARD', KEYS[1])
