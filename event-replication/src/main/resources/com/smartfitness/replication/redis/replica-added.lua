-- KEYS  versions, rows    ARGV  cursor and count of HSCAN
-- Removes the rows that no version stands for. Returns the next cursor and their ids.
local scan, added = redis.call('HSCAN', KEYS[2], ARGV[1], 'COUNT', ARGV[2]), {}
for i = 1, #scan[2], 2 do
  local id = scan[2][i]
  local known = redis.call('HGET', KEYS[1], id)
  local present = known and select(4, version(known))
  if not present then
    redis.call('HDEL', KEYS[2], id)
    added[#added + 1] = id
  end
end
return {scan[1], added}
