-- KEYS  replica, versions, rows, ids    ARGV  generation and epoch of the snapshot whose last chunk is in; 'versions' or 'rows';
--       cursor and count of HSCAN
-- Removes the versions that neither the snapshot nor a newer event carried, and the rows that no version stands for.
-- Returns the next cursor.
local generation, epoch = tonumber(ARGV[1]), tonumber(ARGV[2])
local replica = redis.call('HMGET', KEYS[1], 'generation', 'running')
if tonumber(replica[1]) ~= generation or replica[2] ~= '1' then
  return {'0'}
end
local of_versions = ARGV[3] == 'versions'
local scan = redis.call('HSCAN', of_versions and KEYS[2] or KEYS[3], ARGV[4], 'COUNT', ARGV[5])
for i = 1, #scan[2], 2 do
  local id = scan[2][i]
  local known = of_versions and scan[2][i + 1] or redis.call('HGET', KEYS[2], id)
  local stays = false
  if known then
    local known_epoch, _, carried, present = version(known)
    if of_versions then
      stays = known_epoch == 0 or (carried >= generation and known_epoch >= epoch)
    else
      stays = present
    end
  end
  if not stays then
    redis.call('HDEL', KEYS[3], id)
    if of_versions then
      redis.call('HDEL', KEYS[2], id)
      redis.call('ZREM', KEYS[4], id)
    end
  end
end
return {scan[1]}
