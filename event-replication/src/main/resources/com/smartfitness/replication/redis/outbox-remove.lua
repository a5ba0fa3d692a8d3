-- KEYS  lease, sequences, an outbox of each event    ARGV  token, ms that the lease lasts, number of types; type and
--       place of each; the position of each event
if not holds(KEYS[1], ARGV[1], tonumber(ARGV[2])) then
  return {'LOST'}
end
local types = tonumber(ARGV[3])
for i = 1, types do
  redis.call('HSET', KEYS[2], ARGV[2 + 2 * i], ARGV[3 + 2 * i])
end
for i = 3, #KEYS do
  redis.call('XDEL', KEYS[i], ARGV[1 + 2 * types + i])
end
return {'HELD'}
