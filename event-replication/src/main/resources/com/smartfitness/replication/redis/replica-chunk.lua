-- KEYS  replica, versions, rows    ARGV  generation, epoch, after and next of the chunk, '' for none; id, epoch, counter
--       and row of each change, '' for none
-- Returns whether this was the last chunk that was awaited, and the progress. The last one does not move it: what the
-- snapshot has not carried has to go first.
local replica = open(KEYS[1], KEYS[2], KEYS[3])
for i = 5, #ARGV, 4 do
  apply(replica, true, ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2]), ARGV[i + 3])
  local known = redis.call('HGET', KEYS[2], ARGV[i])
  if known then
    local epoch, counter, generation, present = version(known)
    if generation < replica.generation then
      local carried = string.format('%d.%d %d %d', epoch, counter, replica.generation, present and 1 or 0)
      redis.call('HSET', KEYS[2], ARGV[i], carried)
    end
  end
end

local last = 0
if awaits(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]) then
  if ARGV[4] == '' then
    last = 1
  else
    redis.call('HSET', KEYS[1], 'epoch', ARGV[2], 'cursor', ARGV[4])
    redis.call('HINCRBY', KEYS[1], 'applied', (#ARGV - 4) / 4)
  end
end
return {last, progress(KEYS[1])}
