-- KEYS  inbox    ARGV  time in ms, exclusive; entries at most
local old = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1], 'LIMIT', 0, ARGV[2])
for _, entry in ipairs(old) do
  redis.call('ZREM', KEYS[1], entry)
end
return {#old}
