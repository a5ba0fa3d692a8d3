-- KEYS  replica, versions, rows, seen    ARGV  number of types; type and place of each; id, epoch, counter and row of
--       each change, '' for none
local replica = open(KEYS[1], KEYS[2], KEYS[3])
local types, applied = tonumber(ARGV[1]), 0
for i = 2 + 2 * types, #ARGV, 4 do
  applied = applied + apply(replica, false, ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2]), ARGV[i + 3])
end
for i = 2, 2 * types, 2 do
  redis.call('HSET', KEYS[4], ARGV[i], ARGV[i + 1])
end
return {applied}
