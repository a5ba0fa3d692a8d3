-- KEYS  lease, source, sequences    ARGV  token, ms that the lease lasts, known epoch and position
if not holds(KEYS[1], ARGV[1], tonumber(ARGV[2])) then
  return {'LOST'}
end
local epoch, position = settle(KEYS[2], tonumber(ARGV[3]), tonumber(ARGV[4]))
return {'HELD', epoch, position, redis.call('HGETALL', KEYS[3])}
