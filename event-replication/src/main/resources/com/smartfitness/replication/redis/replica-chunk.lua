-- KEYS  replica, versions, rows, ids    ARGV  generation, epoch, after and next of the chunk, '' for none; id, epoch,
--       counter, hash and row of each change, '' for none
-- Returns whether this was the last chunk that was awaited, and the progress. The last one does not move it: what the
-- snapshot has not carried has to go first.
local replica = open(KEYS[1], KEYS[2], KEYS[3], KEYS[4])
for i = 5, #ARGV, 5 do
  local id, new_epoch, new_counter, new_hash, row = unpack(ARGV, i, i + 4)
  apply(replica, true, id, tonumber(new_epoch), tonumber(new_counter), new_hash, row)
  local known = redis.call('HGET', KEYS[2], id)
  if known then
    local epoch, counter, generation, present, hash, sum = version(known)
    if generation < replica.generation then
      redis.call('HSET', KEYS[2], id, written(epoch, counter, replica.generation, present, hash, sum))
    end
  end
end

local last = 0
if awaits(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]) then
  if ARGV[4] == '' then
    last = 1
  else
    redis.call('HSET', KEYS[1], 'epoch', ARGV[2], 'cursor', ARGV[4])
    redis.call('HINCRBY', KEYS[1], 'applied', (#ARGV - 4) / 5)
  end
end
return {last, progress(KEYS[1])}
