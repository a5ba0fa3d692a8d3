-- KEYS  replica
-- Ends a snapshot that an operator no longer wants.
local now = redis.call('HMGET', KEYS[1], 'running', 'reason')
if now[1] == '1' and now[2] == 'WANTED' then
  redis.call('HDEL', KEYS[1], 'cursor')
  redis.call('HSET', KEYS[1], 'running', 0, 'reason', 'CANCELLED')
end
return progress(KEYS[1])
