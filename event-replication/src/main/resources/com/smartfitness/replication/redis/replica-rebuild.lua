-- KEYS  replica
-- Begins a snapshot that an operator wants, unless one runs anyway or the replica is about to get its first.
local now = redis.call('HMGET', KEYS[1], 'running', 'complete')
if now[1] ~= '1' and now[2] == '1' then
  redis.call('HINCRBY', KEYS[1], 'generation', 1)
  redis.call('HSET', KEYS[1], 'running', 1, 'applied', 0, 'reason', 'WANTED')
end
return progress(KEYS[1])
