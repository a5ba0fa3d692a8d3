-- What this process has seen of the source before; a store that shows less has lost acknowledged changes.
-- The epoch is raised then, before anything else is published.
local function settle(source, known_epoch, known_position)
  local stored = redis.call('HMGET', source, 'epoch', 'position')
  local epoch, position = tonumber(stored[1] or 0), tonumber(stored[2] or 0)
  if epoch < known_epoch or (epoch == known_epoch and position < known_position) then
    epoch = known_epoch + 1
    redis.call('HSET', source, 'epoch', epoch)
  end
  return epoch, position
end
