-- KEYS  replica, versions, rows, ids, seen    ARGV  number of types; type and place of each; id, epoch, counter, hash and
--       row of each change, '' for none
local replica = open(KEYS[1], KEYS[2], KEYS[3], KEYS[4])
local types, applied = tonumber(ARGV[1]), 0
for i = 2 + 2 * types, #ARGV, 5 do
  local id, epoch, counter, hash, row = unpack(ARGV, i, i + 4)
  applied = applied + apply(replica, false, id, tonumber(epoch), tonumber(counter), hash, row)
end
for i = 2, 2 * types, 2 do
  redis.call('HSET', KEYS[5], ARGV[i], ARGV[i + 1])
end
return {applied}
