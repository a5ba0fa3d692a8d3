-- KEYS  replica, seen    ARGV  epoch
local epoch = tonumber(redis.call('HGET', KEYS[1], 'epoch') or 0)
redis.call('DEL', KEYS[2])
redis.call('HDEL', KEYS[1], 'cursor')
redis.call('HINCRBY', KEYS[1], 'generation', 1)
redis.call('HSET', KEYS[1], 'epoch', math.max(epoch, tonumber(ARGV[1])), 'running', 1, 'applied', 0,
  'reason', 'NEEDED')
return progress(KEYS[1])
