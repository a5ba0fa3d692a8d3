-- KEYS  source, state, ids, sequences    ARGV  where the page begins, as ZRANGEBYLEX says it; aggregates at most
local ids = redis.call('ZRANGEBYLEX', KEYS[3], ARGV[1], '+', 'LIMIT', 0, ARGV[2])
local states = {}
for i, id in ipairs(ids) do
  states[i] = redis.call('HGET', KEYS[2], id)
end
local sequences = ARGV[1] == '-' and redis.call('HGETALL', KEYS[4]) or {}
return {tonumber(redis.call('HGET', KEYS[1], 'epoch')), ids, states, sequences}
