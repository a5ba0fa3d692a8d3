-- KEYS  versions, rows, ids    ARGV  where the stretch begins and ends, as ZRANGEBYLEX says it
-- Returns id, epoch, counter and hash of each aggregate that a source answers for, and whether its row is as it was written.
local states = {}
for _, id in ipairs(redis.call('ZRANGEBYLEX', KEYS[3], ARGV[1], ARGV[2])) do
  local known = redis.call('HGET', KEYS[1], id)
  if known then
    local epoch, counter, _, present, hash, sum = version(known)
    if epoch > 0 then
      local row = redis.call('HGET', KEYS[2], id)
      local intact = present and row and redis.sha1hex(row) == sum or (not present and not row)
      states[#states + 1] = {id, epoch, counter, hash, intact and 1 or 0}
    end
  end
end
return states
