-- KEYS  lease, source, kinds, the outbox of each kind    ARGV  token, ms that the lease lasts, known epoch and position,
--       events of each kind at most
if not holds(KEYS[1], ARGV[1], tonumber(ARGV[2])) then
  return {'LOST'}
end
local epoch, position = settle(KEYS[2], tonumber(ARGV[3]), tonumber(ARGV[4]))
local found = {}
for i = 4, #KEYS do
  found[i - 3] = redis.call('XRANGE', KEYS[i], '-', '+', 'COUNT', ARGV[5])
end
return {'HELD', epoch, position, redis.call('SMEMBERS', KEYS[3]), found}
