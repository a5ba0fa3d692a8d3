-- KEYS  versions, rows, ids    ARGV  id, epoch and counter of each aggregate that is to go if it is still known so
for i = 1, #ARGV, 3 do
  local known = redis.call('HGET', KEYS[1], ARGV[i])
  if known then
    local epoch, counter = version(known)
    if epoch == tonumber(ARGV[i + 1]) and counter == tonumber(ARGV[i + 2]) then
      redis.call('HDEL', KEYS[1], ARGV[i])
      redis.call('HDEL', KEYS[2], ARGV[i])
      redis.call('ZREM', KEYS[3], ARGV[i])
    end
  end
end
return {'REMOVED'}
